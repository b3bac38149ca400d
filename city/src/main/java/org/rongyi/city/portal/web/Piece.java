package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// A stretch of a text, marked when it was searched for.
public record Piece(String text, boolean marked) {
    private static final int AROUND = 60;

    /// The text cut where words to mark begin and end; letters of either case count as the same.
    static List<Piece> of(String text, Collection<String> marks) {
        boolean[] marked = new boolean[text.length()];
        String plain = text.toLowerCase(Locale.ROOT);
        for (String mark : marks) {
            for (int at = plain.indexOf(mark); at >= 0 && !mark.isEmpty(); at = plain.indexOf(mark, at + 1)) {
                for (int i = at; i < Math.min(text.length(), at + mark.length()); i++) {
                    marked[i] = true;
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[from]) {
                pieces.add(new Piece(text.substring(from, i), marked[from]));
                from = i;
            }
        }
        return pieces;
    }

    /// The part of a long text around the first word to mark.
    static List<Piece> around(String text, Collection<String> marks) {
        String plain = text.toLowerCase(Locale.ROOT);
        int first = marks.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = first <= AROUND ? 0 : first - AROUND / 2;
        int to = Math.min(text.length(), from + 2 * AROUND);
        String part = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return of(part, marks);
    }
}
