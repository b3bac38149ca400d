package org.rongyi.city.appeals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// What the kind of cases that appeals are says today, for lists that read no case.
@Component
class AppealKind {
    private final CaseKind kind;

    AppealKind(CityFolder folder, Elements elements) {
        Loaded<List<CaseKind>> loaded = CaseKinds.read(folder.path(), elements.definitions());
        FaultyCityFiles.stopOn("kinds of cases", loaded.faults());
        this.kind = loaded.value().stream()
                .filter(each -> each.id().equals(AppealCourse.KIND))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no kind of case (" + AppealCourse.KIND + ")"));
    }

    /// Working days that an answer may take at most.
    int longest() {
        return kind.clock(AppealCourse.REPLY_CLOCK)
                .orElseThrow(() -> new IllegalStateException("the kind of case (" + AppealCourse.KIND
                        + ") has no clock (" + AppealCourse.REPLY_CLOCK
                        + ")\nMaybe add it to the city's cases/appeal.yaml."))
                .length()
                .workingDays();
    }

    /// Working days within which the desk sends on what waits there; 0: the kind knows no such clock.
    int desk() {
        return kind.clock(AppealCourse.DESK_CLOCK)
                .map(clock -> clock.length().workingDays())
                .orElse(0);
    }

    /// Minutes of working time that the first contact may take at most; 0: the kind knows none.
    int longestContact() {
        return kind.clock(AppealCourse.CONTACT_CLOCK)
                .map(clock -> clock.length().workingMinutes())
                .orElse(0);
    }

    /// A state that the kind no longer has is called as it was recorded.
    Words state(String id) {
        return kind.state(id).map(CaseKind.State::name).orElse(Words.same(id));
    }

    /// @param number from 1; 0: none
    @Nullable
    Words level(int number) {
        return number < 1 || number > kind.levels().size()
                ? null
                : kind.levels().get(number - 1).name();
    }

    boolean waitsForClock(String id) {
        return waitsFor(id, CaseKind.WaitsFor.CLOCK);
    }

    boolean waitsForFirm(String id) {
        return waitsFor(id, CaseKind.WaitsFor.FIRM);
    }

    private boolean waitsFor(String id, CaseKind.WaitsFor whom) {
        return kind.state(id).filter(state -> state.waitsFor() == whom).isPresent();
    }
}
