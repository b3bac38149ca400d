package org.rongyi.city.vocabulary;

/// What SQL's `like` finds when somebody typed a text: the text itself, whatever signs are in it.
public final class LikePattern {
    private LikePattern() {}

    public static String containing(String typed) {
        return "%" + literal(typed) + "%";
    }

    public static String startingWith(String typed) {
        return literal(typed) + "%";
    }

    /// The text itself, for a pattern with signs around it.
    public static String literal(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
