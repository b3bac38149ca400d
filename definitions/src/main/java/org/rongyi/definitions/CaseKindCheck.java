package org.rongyi.definitions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind.Who;

/// What a schema cannot say of a kind of case: every name stands for something, and its graph holds. From the start
/// every state can be reached, and from every state an end: no case can be opened that can never be closed.
final class CaseKindCheck {
    private final YamlFile file;
    private final List<Fault> faults;
    private final Map<String, YamlValues> states = new LinkedHashMap<>();
    private final Map<String, YamlValues> events = new LinkedHashMap<>();
    private final Map<String, YamlValues> levels = new LinkedHashMap<>();

    CaseKindCheck(YamlFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    void check(YamlValues root) {
        collect(root, "states", states);
        collect(root, "events", events);
        collect(root, "levels", levels);
        states.values().forEach(this::checkState);
        events.values().forEach(this::checkEvent);
        var clocks = new LinkedHashMap<String, YamlValues>();
        collect(root, "clocks", clocks);
        clocks.values().forEach(this::checkClock);
        checkTacit(clocks.values());
        var assignment = YamlValues.of(root.node("assignment"));
        if (assignment != null) {
            assignment.mapping().entries().forEach((_, entry) -> {
                var delay = YamlValues.of(entry.value());
                if (delay != null) {
                    known(delay, "level", levels.keySet(), "level");
                }
            });
        }
        if (known(root, "start", states.keySet(), "state") && faults.isEmpty()) {
            checkGraph(root);
        }
    }

    private void collect(YamlValues values, String key, Map<String, YamlValues> byId) {
        for (var item : values.items(key)) {
            var entry = YamlValues.of(item);
            var id = entry == null ? null : entry.text("id");
            if (entry != null && id != null && byId.putIfAbsent(id, entry) != null) {
                fault(entry, "id", "\"%s\" is here for the second time".formatted(id), "Maybe give it another id");
            }
        }
    }

    private void checkState(YamlValues state) {
        if (state.flag("end") && state.node("task") != null) {
            fault(state, "task", "nobody does a task in a state that is an end", "Maybe it is no end");
        }
        if (waitsForClock(state)) {
            checkWaiting(state);
        } else if (!state.flag("end") && state.node("task") == null) {
            var message =
                    "the state \"%s\" has no task: a case in it would wait for nobody".formatted(state.text("id"));
            fault(state, "id", message, "Maybe add \"task:\", or \"end: true\"");
        }
    }

    private static boolean waitsForClock(YamlValues state) {
        return CaseKind.WaitsFor.CLOCK.name().equals(state.text("waitsFor"));
    }

    /// Nobody acts in it: what leads on must come by itself.
    private void checkWaiting(YamlValues state) {
        var id = state.text("id");
        boolean ledOn = events.keySet().stream()
                .filter(event -> parties(event).contains(Who.Party.CLOCK.name()))
                .anyMatch(event -> scalars(Objects.requireNonNull(events.get(event)), "from").stream()
                        .anyMatch(from -> from.text().equals(id)));
        if (!ledOn) {
            var message = "the state \"%s\" waits for a clock, and no clock leads on from it".formatted(id);
            fault(state, "waitsFor", message, "Maybe an event from it by CLOCK");
        }
    }

    private void checkEvent(YamlValues event) {
        if (CaseKind.OPENING.equals(event.text("id"))) {
            fault(event, "id", "\"%s\" is the opening of every case".formatted(CaseKind.OPENING), "Maybe another id");
        }
        known(event, "to", states.keySet(), "state");
        for (var from : scalars(event, "from")) {
            if (known(from, states.keySet(), "state") && end(from.text())) {
                var message = "nothing leads on from \"%s\", which is an end".formatted(from.text());
                faults.add(file.fault(from, message, null));
            }
        }
    }

    private void checkClock(YamlValues clock) {
        checkHours(clock);
        for (var node : clock.oneOrMore("starts")) {
            var start = YamlValues.of(node);
            var event = start == null ? (YamlNode.Scalar) node : start.scalar("event");
            if (event != null && !event.text().equals(CaseKind.OPENING)) {
                known(event, events.keySet(), "event");
            }
        }
        scalars(clock, "stops").forEach(stop -> known(stop, events.keySet(), "event"));
        if (clock.node("runsOut") != null
                && known(clock, "runsOut", events.keySet(), "event")
                && !parties(clock.text("runsOut")).contains("CLOCK")) {
            var message = "the event \"%s\" cannot be brought about by a clock".formatted(clock.text("runsOut"));
            fault(clock, "runsOut", message, "Maybe add CLOCK to its \"by\"");
        }
        var pauses = new HashMap<String, YamlValues>();
        collect(clock, "pauses", pauses);
        pauses.values().forEach(this::checkPause);
        for (var item : clock.items("raise")) {
            var raise = YamlValues.of(item);
            if (raise != null && known(raise, "level", levels.keySet(), "level")) {
                checkStep(raise);
            }
        }
    }

    /// Hours are too few to stand still, to be extended or to be reminded of; they count from the moment. Where all
    /// days
    /// count there are no working days left that a pause could keep.
    private void checkHours(YamlValues clock) {
        if (clock.node("workingDays") != null) {
            return;
        }
        for (var key : List.of("pauses", "extension", "remind")) {
            if (clock.node(key) != null) {
                fault(clock, key, "only a clock in working days has \"%s\"".formatted(key), "Maybe \"workingDays\"");
            }
        }
        for (var node : clock.oneOrMore("starts")) {
            var start = YamlValues.of(node);
            if (start != null) {
                fault(start, "counts", "only a clock in working days counts from the opening", "Maybe only its name");
            }
        }
    }

    /// A clock that runs out climbs the ladder.
    private void checkStep(YamlValues raise) {
        var level = levels.get(raise.text("level"));
        if (level != null && level.flag("aside")) {
            var message = "the level \"%s\" stands aside and is no step of the ladder".formatted(raise.text("level"));
            fault(raise, "level", message, null);
        }
    }

    private void checkPause(YamlValues pause) {
        for (var key : List.of("begins", "ends")) {
            if (pause.node(key) != null) {
                known(pause, key, events.keySet(), "event");
            }
        }
        var begins = events.get(pause.text("begins"));
        if (begins != null
                && scalars(begins, "needs").stream()
                        .noneMatch(need -> need.text().equals("proof"))) {
            var message = "every pause needs its proof, but \"%s\" needs none".formatted(begins.text("id"));
            fault(pause, "begins", message, "Maybe add \"needs: proof\" to the event");
        }
    }

    /// An event that only a clock brings about needs a clock that does.
    private void checkTacit(Iterable<YamlValues> clocks) {
        var brought = new LinkedHashSet<@Nullable String>();
        clocks.forEach(clock -> brought.add(clock.text("runsOut")));
        events.forEach((id, event) -> {
            if (parties(id).equals(List.of("CLOCK")) && !brought.contains(id)) {
                var message = "only a clock may bring about \"%s\", and none does".formatted(id);
                fault(event, "by", message, "Maybe \"runsOut: %s\" at a clock".formatted(id));
            }
        });
    }

    private void checkGraph(YamlValues root) {
        var onward = new HashMap<String, Set<String>>();
        var back = new HashMap<String, Set<String>>();
        for (var event : events.values()) {
            var to = event.text("to");
            for (var from : scalars(event, "from")) {
                if (to != null) {
                    onward.computeIfAbsent(from.text(), _ -> new LinkedHashSet<>())
                            .add(to);
                    back.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from.text());
                }
            }
        }
        var start = root.text("start");
        var reachable = start == null ? Set.<String>of() : walk(List.of(start), onward);
        var ends = states.keySet().stream().filter(this::end).toList();
        var leavable = walk(ends, back);
        states.forEach((id, state) -> {
            if (!reachable.contains(id)) {
                fault(state, "id", "no event leads to the state \"%s\"".formatted(id), null);
            } else if (!leavable.contains(id)) {
                fault(state, "id", "from the state \"%s\" no end can be reached".formatted(id), null);
            }
        });
    }

    private static Set<String> walk(List<String> from, Map<String, Set<String>> edges) {
        var seen = new LinkedHashSet<>(from);
        var next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            for (var state : edges.getOrDefault(next.pop(), Set.of())) {
                if (seen.add(state)) {
                    next.push(state);
                }
            }
        }
        return seen;
    }

    private boolean end(String state) {
        var values = states.get(state);
        return values != null && values.flag("end");
    }

    private List<String> parties(@Nullable String event) {
        var values = events.get(event);
        return values == null
                ? List.of()
                : scalars(values, "by").stream().map(YamlNode.Scalar::text).toList();
    }

    private static List<YamlNode.Scalar> scalars(YamlValues values, String key) {
        var scalars = new ArrayList<YamlNode.Scalar>();
        for (var node : values.oneOrMore(key)) {
            if (node instanceof YamlNode.Scalar scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    private boolean known(YamlValues values, String key, Set<String> ids, String what) {
        var scalar = values.scalar(key);
        return scalar != null && known(scalar, ids, what);
    }

    private boolean known(YamlNode.Scalar scalar, Set<String> ids, String what) {
        if (ids.contains(scalar.text())) {
            return true;
        }
        var advice = Nearest.advice(scalar.text(), ids).orElse("Maybe one of " + String.join(", ", ids));
        faults.add(file.fault(scalar, "there is no %s \"%s\"".formatted(what, scalar.text()), advice));
        return false;
    }

    private void fault(YamlValues values, String key, String message, @Nullable String advice) {
        faults.add(file.source().fault(values.start(key), message, advice));
    }
}
