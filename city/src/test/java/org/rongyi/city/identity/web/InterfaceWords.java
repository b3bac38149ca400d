package org.rongyi.city.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Chinese words that the house has in English too, as its sources and the files of the city say, and
/// where one of them stands on an English page all the same.
final class InterfaceWords {
    private static final Path ROOT = Path.of("..");
    private static final List<String> FOLDERS =
            List.of("city/src/main/java", "city/src/main/jte", "definitions/src/main/resources", "cities/chengdu");
    private static final Pattern PAIR = Pattern.compile("\"([^\"]*\\p{IsHan}[^\"]*)\",\\s*\"([^\"\\p{IsHan}]+)\"");
    private static final Pattern YAML = Pattern.compile("zh: *\"?([^\",}\\n]+)\"?, en: *\"?([^\",}\\p{IsHan}]+)");
    private static final Pattern TOKEN = Pattern.compile("<(/?)([a-zA-Z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>|([^<]+)");
    private static final String CHINESE = "[\\p{IsHan}\\u3001-\\u303f\\uff01-\\uff5e]+";
    private static final Pattern RUN = Pattern.compile(CHINESE + "(?:[\\s\\d.,:·/%()-]*" + CHINESE + ")*");
    private static final Pattern SAID = Pattern.compile("(?:aria-label|data-k|alt|placeholder|title)=\"([^\"]*)\"");
    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "br", "img", "hr", "rect", "path", "line", "circle", "wbr", "use");

    private final Map<String, String> english = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();

    InterfaceWords() {
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte|yaml)"))
                        .forEach(this::read);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher pair = (file.toString().endsWith(".yaml") ? YAML : PAIR).matcher(text);
            while (pair.find()) {
                add(pair.group(1), pair.group(2));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A department, which also stands before the name of a person.
    void addDepartment(String chinese, String inEnglish) {
        add(chinese, inEnglish);
        departments.put(chinese, inEnglish);
    }

    /// One sign alone is too little to tell.
    private void add(String chinese, String inEnglish) {
        String plain = plain(chinese);
        if (plain.codePointCount(0, plain.length()) > 1) {
            english.putIfAbsent(plain, inEnglish.strip());
        }
    }

    private static String plain(String text) {
        return text.strip().replaceAll("^[，。：；、（）！？]+|[，。：；、（！？]+$", "");
    }

    int size() {
        return english.size();
    }

    /// Each with what it should be. What an element's own `lang` says to be Chinese is passed over, but not
    /// what is marked because it turned out to be; nor what is typed into a field, or has its English in
    /// brackets beside it.
    List<String> on(String page) {
        List<String> left = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        int skipped = Integer.MAX_VALUE;
        Matcher token = TOKEN.matcher(
                page.replaceAll("(?s)<(script|style|textarea)\\b.*?</\\1>|<!DOCTYPE[^>]*>|</?bdi[^>]*>", ""));
        while (token.find()) {
            String text = token.group(4);
            if (text != null) {
                if (open.size() < skipped) {
                    look(text, left);
                }
            } else if (token.group(1).isEmpty()) {
                String tag = token.group(2);
                if (!VOID.contains(tag) && !token.group(3).endsWith("/")) {
                    open.push(tag);
                    if (token.group(3).contains(" lang=\"zh")) {
                        skipped = Math.min(skipped, open.size());
                    }
                }
                Matcher said = SAID.matcher(token.group(3));
                while (said.find()) {
                    look(said.group(1), left);
                }
            } else {
                while (!open.isEmpty() && !open.pop().equals(token.group(2))) {
                    // an element that closes by itself
                }
                skipped = open.size() < skipped ? Integer.MAX_VALUE : skipped;
            }
        }
        return left;
    }

    private void look(String text, List<String> left) {
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String found = plain(run.group());
            String first = found.contains(" ") ? found.substring(0, found.indexOf(' ')) : found;
            String should = english.getOrDefault(found, departments.get(first));
            boolean beside = text.startsWith(" (", run.end())
                    && text.substring(run.end() + 2).matches("(?s)[A-Z].*");
            if (should != null && !beside) {
                left.add(found + " → " + should);
            }
        }
    }
}
