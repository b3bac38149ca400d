package org.rongyi.city.appeals.web;

import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Appeals as a leader may read them: those that they may open, and of the others nothing but how many.
@Component
class LeaderVoices {
    private final Appeals appeals;
    private final AppealCatalogue catalogue;
    private final CaseFiles cases;

    LeaderVoices(Appeals appeals, AppealCatalogue catalogue, CaseFiles cases) {
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.cases = cases;
    }

    /// @param others how many more there are that the reader may not open
    record Voices(List<LeaderAppealView.Voice> said, int others) {}

    Voices of(Acting reader, Page page, List<String> numbers) {
        List<Appeals.Line> lines = appeals.linesOf(numbers);
        Set<Long> open = cases.openable(
                lines.stream().map(line -> line.appeal().caseId()).toList(), reader);
        List<LeaderAppealView.Voice> said = lines.stream()
                .filter(line -> open.contains(line.appeal().caseId()))
                .map(line -> LeaderAppealView.voice(page, line, title(page, line.appeal()), page.named(line.unit())))
                .toList();
        return new Voices(said, lines.size() - said.size());
    }

    private String title(Page page, Appeal appeal) {
        return appeal.reporter().confidential() ? page.say(catalogue.categoryName(appeal.category())) : appeal.title();
    }
}
