package org.rongyi.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The stored values of one enterprise (or case, or form), by element id.
@FunctionalInterface
public interface Row {

    /// The value of a stored element in the class that its [ValueType] names, or null when it is missing.
    @Nullable
    Object value(String elementId);

    /// A row of a map's present content. Whole numbers become decimals and collections sets; binary floating point is
    /// refused, because `0.1` would no longer be 0.1.
    static Row of(Map<String, ?> values) {
        Map<String, Object> exact = new HashMap<>();
        values.forEach((id, value) -> {
            if (value != null) {
                exact.put(id, exact(id, value));
            }
        });
        return exact::get;
    }

    private static Object exact(String id, Object value) {
        return switch (value) {
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case BigInteger b -> new BigDecimal(b);
            case Double d -> throw inexact(id, d);
            case Float f -> throw inexact(id, f);
            case Collection<?> c -> {
                TreeSet<String> set = new TreeSet<>();
                c.forEach(item -> set.add((String) item));
                yield set;
            }
            default -> value;
        };
    }

    private static IllegalArgumentException inexact(String id, Number value) {
        return new IllegalArgumentException(
                "element (%s) has a binary number (%s). Maybe pass a BigDecimal made from text.".formatted(id, value));
    }
}
