package org.rongyi.definitions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.CaseKind.Who;

/// Reads one kind of case. What its names refer to and whether its graph holds is looked at by [CaseKindCheck].
final class CaseKindReader {
    private static final int VERSION_BYTES = 6;
    private static final int MINUTES = 60;

    private final YamlFile file;
    private final RuleTexts rules;
    private final List<Fault> faults;

    private CaseKindReader(YamlFile file, RuleTexts rules, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
    }

    /// The kind, or null if the file has an error.
    static @Nullable CaseKind read(YamlFile file, RuleTexts rules, List<Fault> faults) {
        var own = new ArrayList<>(SchemaCheck.CASE_KIND.check(file));
        var root = YamlValues.of(file.root());
        CaseKind kind = null;
        if (root != null && own.isEmpty()) {
            new CaseKindCheck(file, own).check(root);
            kind = own.isEmpty() ? new CaseKindReader(file, rules, own).kind(root) : null;
        }
        faults.addAll(own);
        return own.stream().anyMatch(Fault::isError) ? null : kind;
    }

    private CaseKind kind(YamlValues root) {
        var levels = list(root, "levels", this::level);
        var names = levels.stream().map(CaseKind.Level::id).toList();
        var assignment = values(root, "assignment");
        var dayEnds = root.text("dayEnds");
        return new CaseKind(
                text(root, "id"),
                version(file.source().text()),
                file.source().text(),
                words(root, "name"),
                root.words("purpose"),
                root.words("source"),
                root.wordsList("verify"),
                text(root, "start"),
                dayEnds == null ? LocalTime.MAX : LocalTime.parse(dayEnds),
                list(root, "states", CaseKindReader::state),
                list(root, "events", this::event),
                list(root, "clocks", clock -> clock(clock, names)),
                levels,
                new CaseKind.Assignment(
                        delay(values(assignment, "unassigned"), names),
                        delay(values(assignment, "returned"), names),
                        delay(values(assignment, "disputed"), names),
                        assignment.flag("disputable")),
                file.source().place(root.start("id")));
    }

    private static CaseKind.State state(YamlValues values) {
        return new CaseKind.State(
                text(values, "id"),
                words(values, "name"),
                values.words("task"),
                Objects.requireNonNullElse(
                        values.constant("waitsFor", CaseKind.WaitsFor.class), CaseKind.WaitsFor.UNIT),
                values.flag("end"));
    }

    private CaseKind.Event event(YamlValues values) {
        return new CaseKind.Event(
                text(values, "id"),
                words(values, "name"),
                texts(values, "from"),
                text(values, "to"),
                who(values, "by"),
                needs(values),
                values.flag("once"),
                values.flag("decides"),
                values.flag("takes"),
                values.flag("independent"),
                values.flag("reopens"));
    }

    private Set<Need> needs(YamlValues values) {
        var needs = EnumSet.noneOf(Need.class);
        var known = Arrays.stream(Need.values())
                .map(need -> need.name().toLowerCase(Locale.ROOT))
                .toList();
        for (var node : values.oneOrMore("needs")) {
            if (node instanceof YamlNode.Scalar scalar) {
                int index = known.indexOf(scalar.text());
                if (index >= 0) {
                    needs.add(Need.values()[index]);
                } else {
                    unknown(node, "need", scalar.text(), known);
                }
            }
        }
        return Set.copyOf(needs);
    }

    private List<Who> who(YamlValues values, String key) {
        var who = new ArrayList<Who>();
        var parties = Arrays.stream(Who.Party.values()).map(Who.Party::name).toList();
        for (var node : values.oneOrMore(key)) {
            var role = YamlValues.of(node);
            if (role != null) {
                who.add(new Who.InRole(text(role, "role"), role.text("unit")));
            } else if (node instanceof YamlNode.Scalar scalar) {
                if (parties.contains(scalar.text())) {
                    who.add(Who.Party.valueOf(scalar.text()));
                } else {
                    unknown(node, "party", scalar.text(), parties);
                }
            }
        }
        return List.copyOf(who);
    }

    private void unknown(YamlNode node, String what, String given, List<String> known) {
        var advice = Nearest.to(given, known)
                .map(near -> "Maybe " + near)
                .orElse("Maybe one of " + String.join(", ", known));
        faults.add(file.fault(node, "there is no %s \"%s\"".formatted(what, given), advice));
    }

    private CaseKind.Clock clock(YamlValues values, List<String> levels) {
        return new CaseKind.Clock(
                text(values, "id"),
                words(values, "name"),
                length(values),
                values.flag("onlyPromised"),
                values.words("basis"),
                values.wordsList("verify"),
                values.oneOrMore("starts").stream().map(CaseKindReader::start).toList(),
                texts(values, "stops"),
                list(values, "pauses", CaseKindReader::pause),
                extension(values),
                whole(values, "remind"),
                values.text("runsOut"),
                list(
                        values,
                        "raise",
                        raise -> new CaseKind.Raise(whole(raise, "after"), levels.indexOf(raise.text("level")))));
    }

    private CaseKind.Length length(YamlValues clock) {
        var hours = clock.number("workingHours");
        if (hours != null) {
            return new CaseKind.Length(0, Math.max(1, (int) Math.round(hours.doubleValue() * MINUTES)), 0, null);
        }
        if (clock.node("calendarDays") != null) {
            return new CaseKind.Length(0, 0, whole(clock, "calendarDays"), null);
        }
        var values = YamlValues.of(clock.node("workingDays"));
        if (values == null) {
            return CaseKind.Length.ofWorkingDays(whole(clock, "workingDays"));
        }
        var scalar = values.scalar("rule");
        return new CaseKind.Length(
                whole(values, "otherwise"), 0, 0, scalar == null ? null : rules.amount(file, scalar, faults));
    }

    private static CaseKind.Start start(YamlNode node) {
        var values = YamlValues.of(node);
        return values == null
                ? new CaseKind.Start(node instanceof YamlNode.Scalar scalar ? scalar.text() : "", false)
                : new CaseKind.Start(text(values, "event"), values.text("counts") != null);
    }

    private static CaseKind.PauseReason pause(YamlValues values) {
        return new CaseKind.PauseReason(
                text(values, "id"),
                words(values, "name"),
                values.text("begins"),
                values.text("ends"),
                values.words("basis"),
                values.wordsList("verify"));
    }

    private CaseKind.@Nullable Extension extension(YamlValues clock) {
        var values = YamlValues.of(clock.node("extension"));
        return values == null
                ? null
                : new CaseKind.Extension(
                        whole(values, "workingDays"), whole(values, "times"), who(values, "by"), values.words("basis"));
    }

    private CaseKind.Level level(YamlValues values) {
        var owner = values(values, "owner");
        return new CaseKind.Level(
                text(values, "id"),
                words(values, "name"),
                new Who.InRole(text(owner, "role"), owner.text("unit")),
                values.flag("aside"));
    }

    private static CaseKind.Delay delay(YamlValues values, List<String> levels) {
        return new CaseKind.Delay(whole(values, "workingDays"), levels.indexOf(text(values, "level")));
    }

    private static <T> List<T> list(YamlValues values, String key, Function<YamlValues, T> read) {
        var list = new ArrayList<T>();
        for (var item : values.items(key)) {
            list.add(read.apply(Objects.requireNonNull(YamlValues.of(item))));
        }
        return List.copyOf(list);
    }

    private static Set<String> texts(YamlValues values, String key) {
        var texts = new LinkedHashSet<String>();
        for (var node : values.oneOrMore(key)) {
            if (node instanceof YamlNode.Scalar scalar) {
                texts.add(scalar.text());
            }
        }
        return Collections.unmodifiableSet(texts);
    }

    private static int whole(YamlValues values, String key) {
        var number = values.number(key);
        return number == null ? 0 : number.intValue();
    }

    // What the schema requires is there: a file with a fault of its shape was given up before.

    private static YamlValues values(YamlValues values, String key) {
        return Objects.requireNonNull(YamlValues.of(values.node(key)), key);
    }

    private static String text(YamlValues values, String key) {
        return Objects.requireNonNull(values.text(key), key);
    }

    private static Words words(YamlValues values, String key) {
        return Objects.requireNonNull(values.words(key), key);
    }

    private static String version(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
