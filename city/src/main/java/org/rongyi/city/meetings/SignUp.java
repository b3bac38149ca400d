package org.rongyi.city.meetings;

import java.time.Instant;
import org.rongyi.city.vocabulary.CreditCode;

/// A firm that comes.
///
/// @param contact who comes and how to reach them, as they wrote it
/// @param people 1 to [#MOST_PEOPLE]
/// @param rank from 1, in the order of signing up
/// @param seated its rank has a seat
/// @param came it was there
public record SignUp(CreditCode firm, String contact, int people, Instant at, int rank, boolean seated, boolean came) {
    public static final int MOST_PEOPLE = 5;
    public static final int LONGEST_CONTACT = 100;
}
