package org.rongyi.definitions;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// The life of one kind of case as its file describes it: which states there are, which events lead from one to
/// another, which clocks run and who answers when one has run out.
///
/// @param version names this very text: another text of the kind has another version
/// @param content the file as it was read; cases that were opened under it are handled by it to their end
/// @param source the law or rule that it follows
/// @param verify points still to be verified, to be shown as such
/// @param dayEnds hour at which the last day of a clock ends; midnight is the end of the day
/// @param levels who answers when it was not done below, the lowest first
public record CaseKind(
        String id,
        String version,
        String content,
        Words name,
        @Nullable Words purpose,
        @Nullable Words source,
        List<Words> verify,
        String start,
        LocalTime dayEnds,
        List<State> states,
        List<Event> events,
        List<Clock> clocks,
        List<Level> levels,
        Assignment assignment,
        Place place) {
    /// In [Clock#starts]: the opening of the case.
    public static final String OPENING = "open";

    /// @param task what somebody has to do in it; null: nothing
    /// @param end the case is closed here
    public record State(String id, Words name, @Nullable Words task, WaitsFor waitsFor, boolean end) {}

    public enum WaitsFor {
        UNIT,
        FIRM,
        /// Nobody: a clock leads on from here.
        CLOCK
    }

    /// @param once at most once in a case
    /// @param decides a decision on the case: reason and basis may always be given, and it is shown once
    ///     more before it counts
    /// @param takes whoever brings it about handles the case from then on, where nobody does
    /// @param independent none of those who handle or handled the case may: nobody closes their own
    /// @param reopens the next level answers from now on and names a handler who has not had the case
    public record Event(
            String id,
            Words name,
            Set<String> from,
            String to,
            List<Who> by,
            Set<Need> needs,
            boolean once,
            boolean decides,
            boolean takes,
            boolean independent,
            boolean reopens) {}

    /// What has to be given with an event.
    public enum Need {
        REASON("理由", "the reason"),
        /// The clause on which it stands.
        BASIS("依据", "the clause it stands on"),
        /// The paper that shows it: title and number.
        PROOF("文书", "the paper that shows it");

        private final Words words;

        Need(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// Who may.
    public sealed interface Who {
        /// The holders of a role, in a department or anywhere.
        ///
        /// @param unit [#OWN], the name of a department, or null: anywhere
        record InRole(String role, @Nullable String unit) implements Who {
            /// The department that has the case.
            public static final String OWN = "OWN";
        }

        enum Party implements Who {
            /// The officer who handles it.
            HANDLER,
            /// Who answers for it now.
            OWNER,
            /// Any officer of its department.
            UNIT,
            /// Who may apply for its firm.
            FIRM,
            /// Another room of the house.
            HOUSE,
            CLOCK
        }
    }

    /// @param onlyPromised it runs only in cases for which whoever opened them promised it
    /// @param stops the end of the case stops every clock, these events stop it before
    /// @param remindWorkingDays working days left when the handler is reminded; 0: never
    /// @param runsOut the event that happens when it runs out, if the state allows it
    public record Clock(
            String id,
            Words name,
            Length length,
            boolean onlyPromised,
            @Nullable Words basis,
            List<Words> verify,
            List<Start> starts,
            Set<String> stops,
            List<PauseReason> pauses,
            @Nullable Extension extension,
            int remindWorkingDays,
            @Nullable String runsOut,
            List<Raise> raises) {
        public Optional<PauseReason> pause(String reason) {
            return pauses.stream().filter(pause -> pause.id().equals(reason)).findFirst();
        }
    }

    /// @param workingDays the length, or where there is a rule what counts when the rule cannot tell
    /// @param workingMinutes the length of a clock that counts working time; 0: it does not
    /// @param calendarDays the length of a clock that counts all days; 0: it does not
    public record Length(
            int workingDays,
            int workingMinutes,
            int calendarDays,
            @Nullable Rule rule) {
        public static Length ofWorkingDays(int days) {
            return new Length(days, 0, 0, null);
        }

        public boolean inHours() {
            return workingMinutes > 0;
        }
    }

    /// @param fromOpening started by the event, but counted from the opening of the case
    public record Start(String event, boolean fromOpening) {}

    /// @param begins the event that begins the pause; null: a person does, by hand
    /// @param ends the event that ends it; null: a person does
    public record PauseReason(
            String id,
            Words name,
            @Nullable String begins,
            @Nullable String ends,
            @Nullable Words basis,
            List<Words> verify) {}

    public record Extension(
            int workingDays,
            int times,
            List<Who> by,
            @Nullable Words basis) {}

    /// @param afterWorkingDays after the due day; 0: as the clock runs out
    /// @param level index in [CaseKind#levels]
    public record Raise(int afterWorkingDays, int level) {}

    /// @param aside no step of the ladder: it is asked by its name only, and where nobody holds its role the
    ///     steps above it are
    public record Level(String id, Words name, Who.InRole owner, boolean aside) {}

    /// How long a case may be without a handler before a level is told.
    ///
    /// @param disputable a department may say, once, that the case is none of its business: the level of
    ///     `disputed` decides
    public record Assignment(Delay unassigned, Delay returned, Delay disputed, boolean disputable) {}

    /// @param workingDays 0: at once
    /// @param level index in [CaseKind#levels]
    public record Delay(int workingDays, int level) {}

    /// The steps above a handler, the lowest first: indices in [#levels].
    public List<Integer> ladder() {
        return IntStream.range(0, levels.size())
                .filter(level -> !levels.get(level).aside())
                .boxed()
                .toList();
    }

    public Optional<State> state(String state) {
        return states.stream().filter(each -> each.id().equals(state)).findFirst();
    }

    public Optional<Event> event(String event) {
        return events.stream().filter(each -> each.id().equals(event)).findFirst();
    }

    public Optional<Clock> clock(String clock) {
        return clocks.stream().filter(each -> each.id().equals(clock)).findFirst();
    }
}
