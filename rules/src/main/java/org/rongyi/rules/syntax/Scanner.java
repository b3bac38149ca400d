package org.rongyi.rules.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.RuleFault;
import org.rongyi.rules.syntax.Token.Kind;

/// Cuts a rule text into tokens and refuses characters that the language has not. Beside the tokens it makes the
/// *masked* text for the FEEL parser: same length, but every name and the content of every string is replaced by
/// `_`. So that parser's rules for names, escapes and characters never matter, and its positions are ours.
final class Scanner {

    static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "between",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "true",
            "false",
            "null");

    private static final List<String> OPERATORS = List.of("**", "<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "/");

    private static final int MOST_NUMBERS = 5;

    private final Source source;
    private final String text;
    private final Names names;
    private final StringBuilder masked;
    private final List<Token> tokens = new ArrayList<>();
    private final List<RuleFault> faults = new ArrayList<>();
    private int at;

    Scanner(Source source, Names names) {
        this.source = source;
        this.text = source.text();
        this.names = names;
        this.masked = new StringBuilder(text);
    }

    List<Token> tokens() {
        return tokens;
    }

    List<RuleFault> faults() {
        return faults;
    }

    String masked() {
        return masked.toString();
    }

    /// Scans the whole text. The last token is END.
    void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            int nameEnd;
            if (Names.isBlank(c)) {
                mask(at, at + 1, ' ');
                at++;
            } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                comment();
            } else if ((nameEnd = names.endOfNameAt(text, at)) > at && nameEnd >= wordEnd(at)) {
                name(nameEnd);
            } else if (Names.isStart(c)) {
                name(wordEnd(at));
            } else if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)))) {
                number();
            } else if (c == '"') {
                string(Kind.STRING, at);
            } else if (c == '@' && charAt(at + 1) == '"') {
                int start = at++;
                string(Kind.AT_LITERAL, start);
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Kind.END, text.length(), text.length(), ""));
    }

    private void name(int end) {
        String name = text.substring(at, end);
        if (KEYWORDS.contains(name)) {
            add(Kind.KEYWORD, end);
            return;
        }
        mask(at, end, '_');
        tokens.add(new Token(Kind.NAME, at, end, name.replaceAll("[\\s\\u3000\\u00a0]+", " ")));
        at = end;
    }

    private void number() {
        int end = at;
        while (isDigit(charAt(end))) {
            end++;
        }
        if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
            end++;
            while (isDigit(charAt(end))) {
                end++;
            }
        }
        int exponent = charAt(end) == 'e' || charAt(end) == 'E' ? end + 1 : -1;
        if (exponent > 0) {
            int digits = charAt(exponent) == '+' || charAt(exponent) == '-' ? exponent + 1 : exponent;
            if (isDigit(charAt(digits))) {
                end = digits;
                while (isDigit(charAt(end))) {
                    end++;
                }
            }
        }
        if (Names.isPart(charAt(end))) {
            int tail = wordEnd(end);
            String unit = text.substring(end, tail);
            fault(
                    at,
                    tail,
                    "A number runs into letters (%s).".formatted(shorten(text.substring(at, tail))),
                    Advice.afterNumber(unit));
            tokens.add(new Token(Kind.NUMBER, at, tail, "0"));
            at = tail;
            return;
        }
        add(Kind.NUMBER, end);
    }

    private void string(Kind kind, int start) {
        int open = at;
        StringBuilder content = new StringBuilder();
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i = escape(i, content);
            } else {
                content.append(text.charAt(i++));
            }
        }
        if (charAt(i) != '"') {
            String advice = text.indexOf('”', open) > 0 || text.indexOf('“', open) > 0
                    ? "Maybe close it with \" instead of the Chinese quotation mark."
                    : "Maybe add \" at its end.";
            fault(
                    start,
                    i,
                    "The text opened here is not closed (%s).".formatted(shorten(text.substring(start, i))),
                    advice);
            at = text.length();
            return;
        }
        mask(open + 1, i, '_');
        tokens.add(new Token(kind, start, i + 1, content.toString()));
        at = i + 1;
    }

    /// Decodes one escape of FEEL and gives the offset behind it; an unknown one stands for itself.
    private int escape(int i, StringBuilder content) {
        char c = text.charAt(i + 1);
        if (c == 'u' || c == 'U') {
            int digits = c == 'u' ? 4 : 6;
            int end = i + 2 + digits;
            if (end <= text.length() && text.substring(i + 2, end).matches("[0-9A-Fa-f]+")) {
                int codePoint = Integer.parseInt(text.substring(i + 2, end), 16);
                if (Character.isValidCodePoint(codePoint)) {
                    content.appendCodePoint(codePoint);
                    return end;
                }
            }
        }
        switch (c) {
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'r' -> content.append('\r');
            case '"', '\\', '\'' -> content.append(c);
            default -> content.append('\\').append(c);
        }
        return i + 2;
    }

    private void comment() {
        boolean line = charAt(at + 1) == '/';
        int close = line ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
        if (close < 0 && !line) {
            fault(at, at + 2, "The comment opened here is not closed.", "Maybe add */ at its end.");
        }
        int end = close < 0 ? text.length() : line ? close : close + 2;
        mask(at, end, ' ');
        at = end;
    }

    private void symbol() {
        Advice.@Nullable Foreign foreign = Advice.foreignAt(text, at);
        if (foreign != null) {
            int end = at + foreign.length();
            fault(at, end, "(%s) is not of the rule language.".formatted(text.substring(at, end)), foreign.advice());
            at = end;
            return;
        }
        char c = text.charAt(at);
        if (text.startsWith("..", at)) {
            add(Kind.DOTS, at + 2);
            return;
        }
        Kind single = switch (c) {
            case '(', '[' -> Kind.OPEN;
            case ')', ']' -> Kind.CLOSE;
            case ',' -> Kind.COMMA;
            case '.' -> Kind.DOT;
            case ':' -> Kind.COLON;
            default -> Kind.END;
        };
        if (single != Kind.END) {
            add(single, at + 1);
            return;
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                add(Kind.OPERATOR, at + operator.length());
                return;
            }
        }
        int end = at;
        do {
            end += Character.charCount(text.codePointAt(end));
        } while (end < text.length() && isForeign(end));
        fault(at, end, "(%s) is not of the rule language.".formatted(shown(text.substring(at, end))), null);
        at = end;
    }

    /// Whether nothing that the language knows begins here: a picture letter is many characters and one fault.
    private boolean isForeign(int start) {
        char c = text.charAt(start);
        return !Names.isBlank(c)
                && !Names.isPart(c)
                && "()[],.:\"@!=<>+-*/".indexOf(c) < 0
                && Advice.foreignAt(text, start) == null;
    }

    /// What cannot be seen is shown as its number.
    private static String shown(String s) {
        if (s.codePoints().allMatch(Scanner::isVisible)) {
            return shorten(s);
        }
        String numbers = s.codePoints()
                .limit(MOST_NUMBERS + 1L)
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(" "));
        return s.codePointCount(0, s.length()) <= MOST_NUMBERS
                ? numbers
                : numbers.substring(0, numbers.lastIndexOf(' ')) + " …";
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end, text.substring(at, end)));
        at = end;
    }

    private void fault(int start, int end, String message, @Nullable String advice) {
        faults.add(source.fault(start, end, message, advice));
    }

    private void mask(int start, int end, char with) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                masked.setCharAt(i, with);
            }
        }
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && Names.isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static String shorten(String s) {
        return s.length() <= 30 ? s : s.substring(0, 29) + "…";
    }
}
