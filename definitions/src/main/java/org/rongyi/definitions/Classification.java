package org.rongyi.definitions;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The values that a code element may take, such as the classes of enterprises or the industries of GB/T 4754-2017.
public final class Classification {
    private final String name;
    private final Map<String, Entry> byCode;
    private final Map<String, String> byName;
    private final TreeSet<String> sorted;

    /// `parent` is the code above in a tree, null at the top and in flat classifications.
    public record Entry(String code, Words name, @Nullable String parent) {}

    /// Of two entries with one code the first counts.
    public Classification(String name, Collection<Entry> entries) {
        this.name = name;
        this.byCode = new LinkedHashMap<>();
        entries.forEach(entry -> byCode.putIfAbsent(entry.code(), entry));
        this.byName = new HashMap<>();
        byCode.values().forEach(entry -> {
            byName.putIfAbsent(plain(entry.name().zh()), entry.code());
            byName.putIfAbsent(plain(entry.name().en()), entry.code());
        });
        this.sorted = new TreeSet<>(byCode.keySet());
    }

    public String name() {
        return name;
    }

    /// In the order of the file.
    public List<Entry> entries() {
        return List.copyOf(byCode.values());
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The code that a word means: the code itself, or the Chinese or English name of an entry in any case.
    public Optional<String> codeOf(String word) {
        return byCode.containsKey(word) ? Optional.of(word) : Optional.ofNullable(byName.get(plain(word)));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /// Whether a code begins so: a rule may ask for a whole branch, as in `starts with(行业代码, "C39")`.
    public boolean hasPrefix(String prefix) {
        var next = sorted.ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }

    /// The entries directly below a code; null asks for the top.
    public List<Entry> children(@Nullable String parent) {
        return byCode.values().stream()
                .filter(entry -> Objects.equals(entry.parent(), parent))
                .toList();
    }

    /// From the entry itself up to the top; empty for an unknown code.
    public List<Entry> path(String code) {
        var path = new LinkedHashSet<Entry>();
        var entry = byCode.get(code);
        while (entry != null && path.add(entry)) {
            entry = entry.parent() == null ? null : byCode.get(entry.parent());
        }
        return List.copyOf(path);
    }

    @Override
    public String toString() {
        return "Classification %s (%d entries)".formatted(name, byCode.size());
    }
}
