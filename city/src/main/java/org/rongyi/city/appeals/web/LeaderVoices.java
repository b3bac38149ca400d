package org.rongyi.city.appeals.web;

import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Appeals as a leader may read them: those of others are there, and no word of what was said.
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

    List<LeaderAppealView.Voice> of(Acting reader, Page page, List<String> numbers) {
        List<Appeals.Line> lines = appeals.linesOf(numbers);
        Set<Long> open = cases.openable(
                lines.stream().map(line -> line.appeal().caseId()).toList(), reader);
        return lines.stream()
                .map(line -> LeaderAppealView.voice(
                        page,
                        line,
                        !open.contains(line.appeal().caseId())
                                ? null
                                : line.appeal().reporter().confidential()
                                        ? page.say(catalogue.categoryName(
                                                line.appeal().category()))
                                        : line.appeal().title()))
                .toList();
    }
}
