package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CaseKindPaperTest {
    private static final Path PAPER = Path.of("..", "docs", "CASES.md");

    @Test
    void theDrawingsInTheDocsAreCurrent() throws Exception {
        var drawn = CaseKindPaper.of(CaseKindsTest.shipped());
        var fresh = Files.writeString(Path.of("target", "CASES.md"), drawn);
        assertThat(Files.readString(PAPER))
                .as("docs/CASES.md as it should be lies in definitions/%s: copy it", fresh)
                .isEqualTo(drawn);
    }

    @Test
    void aKindIsDrawnWithItsTacitEventsAndItsEnds() {
        assertThat(CaseKindPaper.of(CaseKindsTest.shipped()))
                .contains("submitted --> accepted: 视为受理（到期）", "[*] --> submitted", "refused --> [*]");
    }
}
