package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that stand in the text of a rule, outside of quotes, names and comments.
public final class NumbersInText {
    /// What stands in quotes is never tried again in parts: that would take a piece of the stack for each
    /// character.
    private static final Pattern PIECE = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|//[^\\n]*|/\\*(?s:.)*?\\*/|[\\p{L}_][\\p{L}\\p{N}_]*|(\\d+(?:\\.\\d+)?)");

    private NumbersInText() {}

    record Place(int start, int end, BigDecimal value) {}

    static List<Place> of(String text) {
        List<Place> places = new ArrayList<>();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            if (pieces.group(1) != null) {
                places.add(new Place(pieces.start(1), pieces.end(1), new BigDecimal(pieces.group(1))));
            }
        }
        return places;
    }

    /// The numbers in the order of the text.
    public static List<BigDecimal> values(String text) {
        return of(text).stream().map(Place::value).toList();
    }

    /// The text with another value in the place of one of its numbers.
    public static String with(String text, int number, BigDecimal value) {
        Place place = of(text).get(number);
        return text.substring(0, place.start()) + value.toPlainString() + text.substring(place.end());
    }
}
