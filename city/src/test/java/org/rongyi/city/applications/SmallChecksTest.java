package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rongyi.city.vocabulary.PaperFile;

/// What a file is, and whether a number can be that of an identity card.
class SmallChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFileIsWhatItsContentSays() {
        assertThat(PaperFile.of(bytes("%PDF-1.7 … %%EOF\n"))).isEqualTo(new PaperFile(PaperFile.PDF, false));
        assertThat(PaperFile.of(bytes("\u0089PNG\r\n\u001a\n … IEND\u00aeB`\u0082")))
                .isEqualTo(new PaperFile(PaperFile.PNG, false));
        assertThat(PaperFile.of(bytes("\u00ff\u00d8\u00ff\u00e0 … \u00ff\u00d9")))
                .isEqualTo(new PaperFile(PaperFile.JPEG, false));
        assertThat(PaperFile.of(bytes("<html><script>"))).isNull();
        assertThat(PaperFile.of(bytes("MZ a program named plan.pdf"))).isNull();
        assertThat(PaperFile.of(bytes("%PD"))).isNull();
    }

    @Test
    void aFileThatEndsInTheMiddleIsFound() {
        assertThat(PaperFile.of(bytes("%PDF-1.7 and then the line broke")))
                .isEqualTo(new PaperFile(PaperFile.PDF, true));
    }

    /// The number is that of nobody: there is no area 990101.
    @Test
    void anIdentityNumberHasARealDayAndARightCheckCharacter() {
        String first = "99010119900307123";
        String right = first + check(first);
        assertThat(IdentityNumber.faultIn(right, TODAY)).isNull();
        assertThat(IdentityNumber.faultIn(first + (right.endsWith("1") ? "2" : "1"), TODAY))
                .contains("校验");
        assertThat(IdentityNumber.faultIn("990101199002301234", TODAY)).contains("不存在");
        assertThat(IdentityNumber.faultIn("990101202702011234", TODAY)).contains("还没有到");
        assertThat(IdentityNumber.faultIn("1234", TODAY)).contains("18");
    }

    static char check(String first17) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (first17.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
