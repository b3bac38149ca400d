package org.rongyi.city.identity;

import java.security.SecureRandom;

/// A password to be read out or copied once, and replaced at the first sign-in: no two characters look alike.
final class GivenPassword {
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int OF_A_GROUP = 4;
    private static final SecureRandom CHANCE = new SecureRandom();

    private GivenPassword() {}

    static String next() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * OF_A_GROUP; i++) {
            if (i > 0 && i % OF_A_GROUP == 0) {
                made.append('-');
            }
            made.append(CHARACTERS.charAt(CHANCE.nextInt(CHARACTERS.length())));
        }
        return made.toString();
    }
}
