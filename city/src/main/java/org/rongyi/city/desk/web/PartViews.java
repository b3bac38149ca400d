package org.rongyi.city.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.CoHandling;
import org.rongyi.city.appeals.Contribution;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// What other departments were asked for their part of an answer, before those who asked and those who were asked.
@Component
class PartViews {
    private static final String HANDLING = "handling";

    private final CoHandling parts;
    private final Seats seats;
    private final AppealCatalogue catalogue;

    PartViews(CoHandling parts, Seats seats, AppealCatalogue catalogue) {
        this.parts = parts;
        this.seats = seats;
        this.catalogue = catalogue;
    }

    /// Empty where the case is no appeal.
    Optional<PartView> of(Page page, Acting reader, Case now) {
        return seats.ofCase(now.id()).map(appeal -> {
            boolean leads = leads(reader, now);
            return new PartView(
                    parts.of(appeal).stream()
                            .map(part -> line(page, part, leads))
                            .toList(),
                    leads);
        });
    }

    static boolean leads(Acting reader, Case now) {
        boolean has = reader.account().equals(now.handler()) || reader.account().equals(now.owner());
        return has && now.open() && now.state().id().equals(HANDLING);
    }

    private PartView.Line line(Page page, Contribution part, boolean leads) {
        Instant due = part.dueAt();
        String tag = switch (part.state()) {
            case ASKED -> "govuk-tag--going";
            case GIVEN -> "";
            case DECLINED -> "govuk-tag--action";
            case TAKEN_BACK -> "govuk-tag--grey";
        };
        return new PartView.Line(
                part.id(),
                part.number(),
                page.named(part.unit()),
                part.question(),
                page.say(part.state().words()),
                tag,
                due == null ? null : page.moment(due),
                part.answer().lines().toList(),
                leads && part.open());
    }

    /// Before whoever was asked. Reading what was said is recorded.
    Optional<PartView.Asked> asked(Page page, Acting reader, Case now) {
        return parts.asked(now.id()).map(asked -> {
            Appeal appeal = asked.appeal();
            if (!asked.words().isEmpty()) {
                seats.look(appeal, reader);
            }
            return new PartView.Asked(
                    page.named(asked.lead()),
                    appeal.number(),
                    asked.contribution().question(),
                    page.say(catalogue.categoryName(appeal.category())),
                    asked.words(),
                    asked.place());
        });
    }

    /// Departments that have not answered yet.
    String waiting(Page page, Case now) {
        return seats.ofCase(now.id()).map(parts::of).orElse(List.of()).stream()
                .filter(Contribution::open)
                .map(part -> page.named(part.unit()))
                .collect(Collectors.joining(page.say("、", ", ")));
    }

    /// What others gave, to begin the answer with; empty where it would be longer than an answer may be.
    String beginning(Case now) {
        String given = seats.ofCase(now.id()).map(parts::of).orElse(List.of()).stream()
                .filter(part -> part.state() == Contribution.State.GIVEN)
                .map(part -> part.unit() + "：" + part.answer())
                .collect(Collectors.joining("\n"));
        return given.length() <= Cases.LONGEST_TEXT ? given : "";
    }
}
