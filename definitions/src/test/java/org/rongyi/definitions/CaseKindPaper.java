package org.rongyi.definitions;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind.Who;

/// Draws kinds of cases as a page of the docs: the graph, the clocks, the levels.
final class CaseKindPaper {
    private static final String HEAD = """
            # Kinds of cases

            Drawn from the files; a test holds it current. What a kind is, and how a city changes one:
            [cities/README.md](../cities/README.md). The kernel that keeps them: room `cases` in
            [ARCHITECTURE.md](ARCHITECTURE.md).
            """;

    private final CaseKind kind;
    private final StringBuilder out = new StringBuilder();

    private CaseKindPaper(CaseKind kind) {
        this.kind = kind;
    }

    static String of(List<CaseKind> kinds) {
        return HEAD + kinds.stream().map(kind -> new CaseKindPaper(kind).draw()).collect(Collectors.joining());
    }

    private String draw() {
        line("");
        line("## " + kind.name().zh() + " " + kind.name().en() + " (`" + kind.id() + "`)");
        line(kind.purpose() == null ? "" : kind.purpose().en());
        if (kind.source() != null) {
            line("");
            line("Source: " + both(kind.source()) + ".");
        }
        line("");
        graph();
        line("");
        line("| Event | From → to | Who may | Needs |");
        line("|---|---|---|---|");
        kind.events().forEach(this::event);
        if (!kind.clocks().isEmpty()) {
            line("");
            line("| Clock | Working days | Runs | May stand still for | When it runs out |");
            line("|---|---|---|---|---|");
            kind.clocks().forEach(this::clock);
        }
        line("");
        line("Levels: "
                + kind.levels().stream()
                        .map(level ->
                                both(level.name()) + " (" + who(level.owner()) + (level.aside() ? ", aside)" : ")"))
                        .collect(Collectors.joining(", then "))
                + ", then the officer on duty.");
        line("Without a handler: " + delay(kind.assignment().unassigned()) + "; sent back: "
                + delay(kind.assignment().returned()) + "; disputed: "
                + delay(kind.assignment().disputed())
                + (kind.assignment().disputable() ? ", once, as soon as a department disputes it" : "") + ".");
        return out.toString();
    }

    private void graph() {
        line("```mermaid");
        line("stateDiagram-v2");
        kind.states()
                .forEach(state -> line("    " + state.id() + ": " + state.name().zh()));
        line("    [*] --> " + kind.start());
        for (var event : kind.events()) {
            var tacit = event.by().equals(List.of(Who.Party.CLOCK));
            event.from()
                    .forEach(from -> line("    " + from + " --> " + event.to() + ": "
                            + event.name().zh() + (tacit ? "（到期）" : "")));
        }
        kind.states().stream().filter(CaseKind.State::end).forEach(state -> line("    " + state.id() + " --> [*]"));
        line("```");
    }

    private void event(CaseKind.Event event) {
        var needs = event.needs().stream()
                .sorted()
                .map(need -> need.words().zh() + " " + need.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        line("| " + both(event.name()) + (event.once() ? ", once" : "") + (event.reopens() ? ", one level up" : "")
                + " | "
                + String.join(", ", event.from()) + " → " + event.to() + " | " + whoAll(event.by())
                + (event.independent() ? ", none who handled it" : "") + " | " + needs
                + " |");
    }

    private void clock(CaseKind.Clock clock) {
        var length = clock.length();
        var rule = length.rule();
        var days = (rule == null ? "" : "`" + rule.text() + "`, otherwise ") + length(length);
        if (clock.onlyPromised()) {
            days += ", where it is promised";
        }
        var extension = clock.extension();
        if (extension != null) {
            days += ", +" + extension.workingDays() + " if approved by " + whoAll(extension.by());
        }
        var starts = clock.starts().stream()
                .map(start -> start.event() + (start.fromOpening() ? " (counted from the opening)" : ""))
                .collect(Collectors.joining(", "));
        var pauses = clock.pauses().stream()
                .map(pause -> both(pause.name()) + (pause.verify().isEmpty() ? "" : " (to be verified)"))
                .collect(Collectors.joining(", "));
        line("| " + both(clock.name()) + basis(clock.basis()) + " | " + days + " | from " + starts
                + (clock.stops().isEmpty() ? "" : " until " + String.join(", ", clock.stops())) + " | " + pauses
                + " | " + out(clock) + " |");
    }

    private static String length(CaseKind.Length length) {
        if (length.inHours()) {
            return "at most " + length.workingMinutes() / 60 + " working hours";
        }
        return length.calendarDays() > 0
                ? length.calendarDays() + " days, all of them"
                : Integer.toString(length.workingDays());
    }

    private String out(CaseKind.Clock clock) {
        var raises = clock.raises().stream()
                .map(raise -> (raise.afterWorkingDays() == 0 ? "" : raise.afterWorkingDays() + " days later ")
                        + kind.levels().get(raise.level()).name().zh())
                .collect(Collectors.joining(", "));
        var runsOut = clock.runsOut();
        if (runsOut == null) {
            return raises;
        }
        var event = kind.event(runsOut).orElseThrow().name().zh();
        return raises.isEmpty() ? event : event + ", " + raises;
    }

    private String delay(CaseKind.Delay delay) {
        var level =
                both(Objects.requireNonNull(kind.levels().get(delay.level())).name());
        return (delay.workingDays() == 0 ? "at once " : "after " + delay.workingDays() + " working day ") + level;
    }

    private static String whoAll(List<Who> who) {
        return who.stream().map(CaseKindPaper::who).collect(Collectors.joining(", "));
    }

    private static String who(Who who) {
        return switch (who) {
            case Who.Party party -> party.name();
            case Who.InRole(String role, String unit) when unit == null -> role;
            case Who.InRole(String role, String unit) ->
                role + " of " + (unit.equals(Who.InRole.OWN) ? "its department" : unit);
        };
    }

    private static String basis(@Nullable Words basis) {
        return basis == null ? "" : " (" + basis.zh() + ")";
    }

    private static String both(Words words) {
        return words.zh() + " " + words.en();
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
