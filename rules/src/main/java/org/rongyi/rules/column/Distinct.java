package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Distinct values, numbered in the order of their coming.
final class Distinct {

    private final Map<Object, Integer> codes = new HashMap<>();
    private final List<Object> values = new ArrayList<>();

    int code(Object value) {
        Integer known = codes.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    Object value(int code) {
        return values.get(code);
    }

    int size() {
        return values.size();
    }
}
