package org.rongyi.city.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// Something that the reader of a case may do to it now. What may be done is the answer of the room `cases`; nothing is
/// offered beside it.
sealed interface Act {
    /// As it stands in the address.
    String id();

    Words name();

    record Fire(CaseKind.Event event) implements Act {
        @Override
        public String id() {
            return "event-" + event.id();
        }

        @Override
        public Words name() {
            return event.name();
        }
    }

    record Pause(CaseKind.Clock clock) implements Act {
        @Override
        public String id() {
            return "pause-" + clock.id();
        }

        @Override
        public Words name() {
            return new Words(
                    "停表：" + clock.name().zh(), "Stop the clock: " + clock.name().en());
        }

        /// The reasons that a person may begin; the others come with events.
        List<CaseKind.PauseReason> reasons() {
            return clock.pauses().stream()
                    .filter(reason -> reason.begins() == null)
                    .toList();
        }
    }

    record Resume(CaseKind.Clock clock) implements Act {
        @Override
        public String id() {
            return "resume-" + clock.id();
        }

        @Override
        public Words name() {
            return new Words(
                    "恢复计时：" + clock.name().zh(),
                    "Let the clock run: " + clock.name().en());
        }
    }

    record AskMore(CaseKind.Clock clock) implements Act {
        @Override
        public String id() {
            return "more-" + clock.id();
        }

        @Override
        public Words name() {
            return new Words(
                    "申请延期：" + clock.name().zh(),
                    "Ask for more time: " + clock.name().en());
        }
    }

    record AnswerMore(CaseKind.Clock clock) implements Act {
        @Override
        public String id() {
            return "answer-" + clock.id();
        }

        @Override
        public Words name() {
            return new Words(
                    "审批延期：" + clock.name().zh(),
                    "Decide on more time: " + clock.name().en());
        }
    }

    /// A step inside.
    record Answer(InnerStep step) implements Act {
        @Override
        public String id() {
            return "step-" + step.key();
        }

        @Override
        public Words name() {
            return step.name();
        }

        /// The only answer that there is, or the step.
        Words button() {
            return step.answers().size() == 1 ? step.answers().getFirst().name() : step.name();
        }

        /// @param chosen what was chosen, where there is a choice
        String key(String chosen) {
            return step.answers().size() == 1 ? step.answers().getFirst().key() : chosen;
        }
    }

    record Take() implements Act {
        @Override
        public String id() {
            return "take";
        }

        @Override
        public Words name() {
            return new Words("我来办", "Take it");
        }
    }

    record Assign() implements Act {
        @Override
        public String id() {
            return "assign";
        }

        @Override
        public Words name() {
            return new Words("指定经办人", "Name a handler");
        }
    }

    record Pass() implements Act {
        @Override
        public String id() {
            return "pass";
        }

        @Override
        public Words name() {
            return new Words("转给别的部门", "Hand over to a department");
        }
    }

    record Dispute() implements Act {
        @Override
        public String id() {
            return "dispute";
        }

        @Override
        public Words name() {
            return new Words("不归我们办，请裁定", "Not our business: have it decided");
        }
    }

    record Remark() implements Act {
        @Override
        public String id() {
            return "remark";
        }

        @Override
        public Words name() {
            return new Words("写备注", "Leave a remark");
        }
    }

    /// In the order of how likely each is what the reader came for.
    static List<Act> possible(CaseFile file) {
        CaseFile.Possible possible = file.possible();
        CaseKind kind = file.now().kind();
        List<Act> acts = new ArrayList<>();
        possible.answerable().forEach(clock -> acts.add(new AnswerMore(clock(kind, clock))));
        // What takes it and asks for nothing more, such as 签收, does both in one.
        boolean takenWith = possible.events().stream()
                .anyMatch(event -> event.takes() && event.needs().isEmpty());
        if (possible.take() && !takenWith) {
            acts.add(new Take());
        }
        possible.steps().forEach(step -> acts.add(new Answer(step)));
        possible.resumable().forEach(clock -> acts.add(new Resume(clock(kind, clock))));
        possible.events().forEach(event -> acts.add(new Fire(event)));
        possible.pausable().forEach(clock -> acts.add(new Pause(clock(kind, clock))));
        possible.extendable().forEach(clock -> acts.add(new AskMore(clock(kind, clock))));
        if (possible.assign()) {
            acts.add(new Assign());
        }
        if (possible.handOver()) {
            acts.add(new Pass());
        }
        if (possible.dispute()) {
            acts.add(new Dispute());
        }
        if (possible.comment()) {
            acts.add(new Remark());
        }
        return acts;
    }

    static Optional<Act> find(CaseFile file, String id) {
        return possible(file).stream().filter(act -> act.id().equals(id)).findFirst();
    }

    private static CaseKind.Clock clock(CaseKind kind, String clock) {
        return kind.clock(clock).orElseThrow();
    }
}
