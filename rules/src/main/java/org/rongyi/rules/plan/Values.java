package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// Equality and order of plan values.
public final class Values {

    private Values() {}

    /// Compares two values of one type.
    public static int compare(Object a, Object b) {
        return switch (a) {
            case BigDecimal n -> n.compareTo((BigDecimal) b);
            case LocalDate d -> d.compareTo((LocalDate) b);
            case Duration d -> d.compareTo((Duration) b);
            case Period p -> Long.compare(p.toTotalMonths(), ((Period) b).toTotalMonths());
            case String s -> s.compareTo((String) b);
            case Boolean x -> x.compareTo((Boolean) b);
            default -> throw new IllegalStateException("no order on (%s)".formatted(a.getClass()));
        };
    }

    /// FEEL's equality: null equals null only, numbers by value.
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof Collection<?> x && b instanceof Collection<?> y) {
            return equalLists(x, y);
        }
        return a instanceof BigDecimal n ? n.compareTo((BigDecimal) b) == 0 : a.equals(b);
    }

    private static boolean equalLists(Collection<?> x, Collection<?> y) {
        if (x.size() != y.size()) {
            return false;
        }
        Iterator<?> other = y.iterator();
        for (Object item : x) {
            if (!equal(item, other.next())) {
                return false;
            }
        }
        return true;
    }

    /// Whether a list has a member equal to the value.
    static boolean contains(Collection<?> list, @Nullable Object value) {
        if (value instanceof String) {
            return list.contains(value);
        }
        for (Object item : list) {
            if (equal(item, value)) {
                return true;
            }
        }
        return false;
    }

    /// The value as given, if it is of the class that the element's type wants.
    ///
    /// @throws IllegalArgumentException if not: the caller hands over rows of another shape
    public static @Nullable Object checked(Element element, @Nullable Object value) {
        boolean fits = value == null
                || switch (element.type()) {
                    case NUMBER -> value instanceof BigDecimal;
                    case TEXT, CODE -> value instanceof String;
                    case CODES -> value instanceof Collection<?>;
                    case BOOLEAN -> value instanceof Boolean;
                    case DATE -> value instanceof LocalDate;
                };
        if (!fits && value != null) {
            throw new IllegalArgumentException("element (%s) of type (%s) has a value (%s) of class (%s)"
                    .formatted(
                            element.id(),
                            element.type(),
                            value,
                            value.getClass().getName()));
        }
        return value;
    }
}
