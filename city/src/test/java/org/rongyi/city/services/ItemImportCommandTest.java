package org.rongyi.city.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@CityTest
class ItemImportCommandTest {
    @Autowired
    private StubTable stubs;

    @TempDir
    private Path folder;

    @Test
    void allTakenIsZero() throws IOException {
        assertThat(imported(items("a.csv", "TEST01,试验事项,试验局"))).isZero();
    }

    @Test
    void aFileThatIsNotThereIsReportedWhateverItsPlace() throws IOException {
        Path good = items("good.csv", "TEST02,试验事项,试验局");
        assertThat(imported(good, folder.resolve("missing.csv"))).isEqualTo(3);
        assertThat(imported(folder.resolve("missing.csv"), good)).isEqualTo(3);
        assertThat(imported(folder.resolve("missing.csv"))).isEqualTo(2);
    }

    @Test
    void aFileWithoutOneUsableRowIsReportedBesideAGoodOne() throws IOException {
        Path good = items("good.csv", "TEST03,试验事项,试验局");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "nothing,of,use\n1,2,3\n");
        assertThat(imported(good, empty)).isEqualTo(3);
        assertThat(imported(empty)).isEqualTo(2);
    }

    @Test
    void aReportThatCannotBeWrittenIsOneClearLineAndNothingIsTaken() throws IOException {
        Path good = items("good.csv", "TEST04,试验事项,试验局");
        assertThat(imported("--report=" + folder.resolve("no such folder/report.csv"), good))
                .isEqualTo(2);
        assertThat(imported("--report=" + good, good)).isEqualTo(2);
        assertThat(good).as("no report over what is to be read").content().contains("TEST04");
        assertThat(stubs.find("TEST04")).isEmpty();
    }

    private Path items(String name, String row) throws IOException {
        return Files.writeString(folder.resolve(name), "事项编码,事项名称,实施部门\n" + row + "\n");
    }

    private int imported(Object... words) throws IOException {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "items";
        for (int i = 0; i < words.length; i++) {
            arguments[i + 1] = words[i].toString();
        }
        ItemImportCommand command = new ItemImportCommand(stubs);
        command.run(new DefaultApplicationArguments(arguments));
        return command.getExitCode();
    }
}
