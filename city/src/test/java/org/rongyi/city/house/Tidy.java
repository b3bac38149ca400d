package org.rongyi.city.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How a tidy file looks. Knows no exceptions for single files: what does not fit is split or renamed. A
/// stylesheet may be longer than code, because the order of its rules counts.
final class Tidy {
    static final int MAX_FILE_LINES = 400;
    static final int MAX_STYLESHEET_LINES = 900;
    static final int MAX_LINE = 120;
    static final int MAX_FUNCTION_LINES = 60;

    /// Words that say that work is unfinished, or that tie the repository to a machine. Written in halves, or this file
    /// would find itself.
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "unfinished work",
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK|[Ll]orem ip" + "sum|[Dd]um" + "my)\\b"),
            "a path of one machine",
            // pages below a firm's home page are no folders
            Pattern.compile("(?<![\\w.~-])/(wor" + "k|roo" + "t|home/(?!policies|history)[a-z]+|Users/[A-Za-z]+)/"),
            "the name of a package registry",
            Pattern.compile("\\b(repo1?\\.maven\\." + "(apache\\.)?org|registry\\." + "npmjs\\.org|py" + "pi\\.org"
                    + "|maven\\." + "aliyun\\.com|npm" + "mirror\\.com)"),
            "a tool that wrote it",
            Pattern.compile("\\b(Clau" + "de|Anthro" + "pic|Chat" + "GPT|Copi" + "lot|Open" + "AI)\\b"));

    /// A test that may pass by not running proves nothing.
    private static final Pattern SWITCHED_OFF = Pattern.compile("@Dis" + "abled|@Ig" + "nore\\b|\\bass"
            + "ume(True|False|That|NoException)\\b|@(En|Dis)" + "abled(If|On|For)");

    private final String path;
    private final String text;
    private final List<String> faults = new ArrayList<>();

    private Tidy(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// Every fault of one file, as `path:line: what`.
    ///
    /// @param java reads a Java file by its path
    static List<String> faults(String path, String text, Function<String, JavaSource> java) {
        Tidy tidy = new Tidy(path, text);
        tidy.checkWhole();
        tidy.checkLines();
        if (path.endsWith(".java")) {
            tidy.checkJava(java.apply(path));
        }
        return tidy.faults;
    }

    private boolean isCode() {
        return switch (Repository.extension(path)) {
            case "java", "jte", "sql", "css", "js", "sh" -> true;
            default -> Repository.isScript(path);
        };
    }

    private void checkWhole() {
        long lines = text.lines().count();
        int most = path.endsWith(".css") ? MAX_STYLESHEET_LINES : MAX_FILE_LINES;
        if (isCode() && lines > most) {
            add(lines, "the file has " + lines + " lines, " + most + " are allowed; split it by what it does");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            add(lines, "the last line has no end");
        }
        if (text.indexOf('\r') >= 0) {
            add(1, "line ends of another system (CR)");
        }
    }

    private void checkLines() {
        List<Map.Entry<String, Pattern>> forbiddenHere = FORBIDDEN.entrySet().stream()
                .filter(forbidden -> forbidden.getValue().matcher(text).find())
                .toList();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (isCode() && line.codePointCount(0, line.length()) > MAX_LINE) {
                add(number, "the line is longer than " + MAX_LINE);
            }
            if (!line.isEmpty() && (line.endsWith(" ") || line.endsWith("\t"))) {
                add(number, "trailing space");
            }
            if (isCode() && line.indexOf('\t') >= 0) {
                add(number, "a tab");
            }
            for (Map.Entry<String, Pattern> forbidden : forbiddenHere) {
                if (forbidden.getValue().matcher(line).find()) {
                    add(number, forbidden.getKey() + ": " + line.strip());
                }
            }
        }
    }

    private void checkJava(JavaSource source) {
        if (SWITCHED_OFF.matcher(text).find()) {
            add(1, "a test that may pass by not running");
        }
        if (path.contains("/main/")
                && Pattern.compile("(?i)chengdu|成都").matcher(text).find()) {
            add(1, "names one city; what belongs to a city stands under cities/");
        }
        for (JavaSource.Function function : source.functions()) {
            if (function.lines() > MAX_FUNCTION_LINES) {
                add(
                        function.line(),
                        "function " + function.name() + " has " + function.lines() + " lines, " + MAX_FUNCTION_LINES
                                + " are allowed");
            }
        }
    }

    private void add(long line, String what) {
        faults.add(path + ":" + line + ": " + what);
    }
}
