package org.rongyi.city.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.AppealTopics;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// What was said in an appeal, as those read it who have its case. Who said it is asked for, and that is on
/// record.
@Component
class AppealContents {
    private static final int MOST_ALIKE = 3;
    private static final int LOOKED_THROUGH = 20;

    private final Seats seats;
    private final AppealFiles files;
    private final AppealCatalogue catalogue;
    private final AppealTopics topics;
    private final CaseFiles cases;

    AppealContents(Seats seats, AppealFiles files, AppealCatalogue catalogue, AppealTopics topics, CaseFiles cases) {
        this.seats = seats;
        this.files = files;
        this.catalogue = catalogue;
        this.topics = topics;
        this.cases = cases;
    }

    /// Empty where the case is no appeal. Reading it is recorded.
    Optional<AppealView> read(Page page, Acting reader, Case file) {
        return seats.ofCase(file.id()).map(appeal -> {
            seats.look(appeal, reader);
            return view(page, reader, file, appeal);
        });
    }

    private AppealView view(Page page, Acting reader, Case file, Appeal appeal) {
        boolean has =
                reader.account().equals(file.handler()) || reader.account().equals(file.owner());
        return new AppealView(
                appeal.words(),
                appeal.place(),
                page.say(catalogue.categoryName(appeal.category())),
                page.say(catalogue.typeName(appeal.type())),
                page.say(appeal.channel().words()),
                catalogue.urgent(appeal.words()),
                appeal.reporter().confidential(),
                has && !appeal.reporter().confidential(),
                files.of(appeal).stream()
                        .map(each -> new AppealView.FileLine(each.id(), each.name()))
                        .toList(),
                alike(reader, appeal).stream()
                        .map(each -> new AppealView.Alike(
                                each.appeal().number(),
                                each.appeal().title(),
                                page.moment(each.appeal().at()) + "　" + page.named(each.unit())))
                        .toList());
    }

    /// Of those that the reader may open; what was said in confidence is quoted nowhere.
    private List<AppealTopics.Alike> alike(Acting reader, Appeal appeal) {
        List<AppealTopics.Alike> found = topics.alike(appeal, LOOKED_THROUGH).stream()
                .filter(each -> !each.appeal().reporter().confidential())
                .toList();
        Set<Long> open = cases.openable(
                found.stream().map(each -> each.appeal().caseId()).toList(), reader);
        return found.stream()
                .filter(each -> open.contains(each.appeal().caseId()))
                .limit(MOST_ALIKE)
                .toList();
    }

    /// Recorded, as reading is.
    Optional<AppealFiles.Download> file(Acting reader, Case file, long id) {
        return seats.ofCase(file.id()).flatMap(appeal -> files.look(appeal, id, reader));
    }

    Optional<Appeal.Reporter> reveal(Acting reader, Case file) {
        return seats.ofCase(file.id()).flatMap(appeal -> seats.reveal(appeal, reader));
    }
}
