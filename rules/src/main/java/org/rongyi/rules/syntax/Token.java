package org.rongyi.rules.syntax;

/// One token of a rule text.
///
/// @param end   offset after it
/// @param value the decoded content of a string; else the text itself, blanks in names reduced to one
record Token(Kind kind, int start, int end, String value) {

    enum Kind {
        NUMBER,
        STRING,
        AT_LITERAL,
        NAME,
        KEYWORD,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        DOT,
        DOTS,
        COLON,
        END
    }

    boolean is(Kind wanted, String text) {
        return kind == wanted && value.equals(text);
    }
}
