package org.rongyi.city.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.FaultyCityFiles;

class PlanFileTest {
    @TempDir
    Path folder;

    private MeetingPlan read(String text) throws IOException {
        return PlanFile.read(Files.writeString(folder.resolve("meetings.yaml"), text));
    }

    @Test
    void aCityWithoutAFileOwesNoMeetings() {
        assertThat(PlanFile.read(folder.resolve("none.yaml")).series()).isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        series:
                          - {id: a, name: 一, about: 一, since: 2026-10-01, everyMonths: 0, units: [市监]}
                          - {id: a, name: 二, about: 二, since: 2026-10-01, everyMonths: 3, units: [], often: 3}
                        """))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContainingAll(
                        "(0) months", "Maybe 1 to 24", "(a) is here for the second time", "no department", "(often)");
    }
}
