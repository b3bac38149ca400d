package org.rongyi.city.vocabulary;

/// A division code: 6 digits for a district (GB/T 2260), 9 for a street or town, 12 for a village or community.
public record AreaCode(String value) implements Comparable<AreaCode> {
    public AreaCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("area code (" + value + ") must have 6, 9 or 12 digits");
        }
    }

    public static boolean isValid(String text) {
        return text.matches("\\d{6}(\\d{3}(\\d{3})?)?");
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
