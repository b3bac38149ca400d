package org.rongyi.city.applications;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Edits;

/// What a paper says of those things that the form says too. Where it is not clear what is said of whom, nothing
/// is said: a wrong warning costs the firm more than a missed one.
///
/// @param lines without spaces, each character in its plain form
/// @param exact whether the characters are certain; those read from a picture are not
record PaperText(List<String> lines, boolean exact) {
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])");
    private static final String FIRM = "[\\p{IsHan}A-Za-z0-9()·]{2,40}?(?:公司|合伙企业|合作社|经营部|个体工商户)(?:\\([^)]*\\))?";
    private static final Pattern NAMED =
            Pattern.compile("^(?:企业|公司|单位|商事主体|经营者)?名称[:]?(" + FIRM + ")$|^(" + FIRM + ")章程$");
    private static final Pattern REPRESENTATIVE = Pattern.compile("^法定代表人(?:姓名)?[:]?([\\p{IsHan}·]{2,6})$");
    private static final Pattern NO_NAME = Pattern.compile(".*[签盖章由应须等].*|身份.*|授权.*|承诺.*|委托.*|姓名|或.*|变更.*");
    private static final Pattern VALID = Pattern.compile("(?:有效期|营业期限|经营期限)[^。]{0,40}");
    private static final Pattern ENDLESS = Pattern.compile("长期|永久|无固定|\\*{2,}");
    private static final String DAY = "(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})(?!\\d)日?";
    private static final String FIRST = "\\d{4}[年./-]\\d{1,2}[月./-]\\d{1,2}(?!\\d)日?";
    private static final String UNTIL = "(?:截?至|到|(?<!起)止)(?:日期?)?:?";

    /// A day is the end only where it stands behind the word for it, or second.
    private static final Pattern END =
            Pattern.compile("(?:" + UNTIL + "|" + FIRST + "\\n?[-—–~]{1,2})\\n?" + DAY + "(?!起)");

    private static final int CHARACTERS_A_SLIP = 8;

    static PaperText of(String text, boolean exact) {
        return new PaperText(
                text.lines()
                        .map(PaperText::plain)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                exact);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /// Credit codes whose check digit is right: what was read wrongly is none.
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String found : all(CODE)) {
            String code = found.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1');
            if (CreditCode.faultIn(code).isEmpty()) {
                codes.add(code);
            }
        }
        return codes;
    }

    /// Numbers of identity cards whose check character is right.
    Set<String> identityNumbers(LocalDate today) {
        Set<String> numbers = new TreeSet<>();
        for (String found : all(CODE)) {
            if (IdentityNumber.faultIn(found, today) == null) {
                numbers.add(found.toUpperCase(Locale.ROOT));
            }
        }
        return numbers;
    }

    private List<String> all(Pattern pattern) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results().map(result -> result.group()))
                .toList();
    }

    /// The name of the firm that the paper is about, where it says so in so many words.
    Optional<String> firm() {
        for (String line : lines) {
            Matcher named = NAMED.matcher(line);
            if (named.matches()) {
                return Optional.of(named.group(1) == null ? named.group(2) : named.group(1));
            }
        }
        return Optional.empty();
    }

    Optional<String> legalRepresentative() {
        for (String line : lines) {
            Matcher named = REPRESENTATIVE.matcher(line);
            if (named.matches() && !NO_NAME.matcher(named.group(1)).matches()) {
                return Optional.of(named.group(1));
            }
        }
        return Optional.empty();
    }

    /// The last day on which it counts; empty where it names none, or holds without end.
    Optional<LocalDate> validUntil() {
        String text = String.join("\n", lines);
        Matcher valid = VALID.matcher(text);
        LocalDate last = null;
        while (valid.find()) {
            if (ENDLESS.matcher(valid.group()).find()) {
                return Optional.empty();
            }
            // Begins within what is said of it; the day itself is read whole.
            Matcher end = END.matcher(text).region(valid.start(), text.length());
            while (end.find() && end.start() < valid.end()) {
                LocalDate day = day(end);
                last = day == null || last != null && last.isAfter(day) ? last : day;
            }
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable LocalDate day(Matcher day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException misread) {
            return null;
        }
    }

    /// Whether it names this one anywhere, a slip of the reader allowed.
    boolean names(String name) {
        String wanted = plain(name);
        return lines.stream().anyMatch(line -> line.contains(wanted));
    }

    /// Whether what was read may be meant: a picture's character may be mistaken for another one.
    boolean same(String read, String said) {
        String wanted = plain(said);
        return read.equals(wanted)
                || !exact && Edits.read(read, wanted) <= Math.max(1, wanted.length() / CHARACTERS_A_SLIP);
    }
}
