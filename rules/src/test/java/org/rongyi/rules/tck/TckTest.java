package org.rongyi.rules.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Our own cases in the TCK's format pass; so the runner itself is proven before it is pointed at the TCK.
class TckTest {

    @Test
    void ourOwnCasesPassInBothEngines() throws IOException {
        TckRunner runner = new TckRunner();
        runner.run(Path.of("src/test/resources/tck"));
        assertThat(runner.failures()).isEmpty();
        assertThat(runner.count(TckRunner.Result.PASSED)).isEqualTo(9);
        assertThat(runner.count(TckRunner.Result.REFUSED_FOR_NULL)).isEqualTo(1);
        assertThat(runner.count(TckRunner.Result.UNSUPPORTED)).isEqualTo(1);
        assertThat(runner.lifted()).isEqualTo(8);
        assertThat(runner.table()).contains("| rongyi-profile | 11 | 9 | 1 | 1 | 0 |");
    }
}
