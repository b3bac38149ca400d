package org.rongyi.city.ui;

import java.util.ArrayList;
import java.util.List;

/// Which page of a long list is shown.
///
/// @param number the page shown, from 1
/// @param size entries on a page
/// @param total entries in all
/// @param href address of the list without its page number, with `?` and other parameters if any
public record Pager(int number, int size, long total, String href) {
    private static final int AROUND = 1;

    public Pager {
        if (number < 1 || size < 1) {
            throw new IllegalArgumentException("page (" + number + ") and size (" + size + ") start at 1");
        }
    }

    /// The page that was asked for, or the nearest there is.
    ///
    /// @param asked as it was sent
    public static Pager of(String asked, int size, long total, String href) {
        Pager first = new Pager(1, size, total, href);
        int number = asked.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(asked), 1, first.last()) : 1;
        return new Pager(number, size, total, href);
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long from() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long to() {
        return Math.min(total, (long) number * size);
    }

    public int offset() {
        return (number - 1) * size;
    }

    public String hrefOf(int page) {
        return href + (href.contains("?") ? "&" : "?") + "page=" + page;
    }

    /// Page numbers to offer; 0 stands for a gap.
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int page = 1; page <= last(); page++) {
            if (page == 1 || page == last() || Math.abs(page - number) <= AROUND) {
                numbers.add(page);
            } else if (numbers.getLast() != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }
}
