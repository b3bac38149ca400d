package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearTablesTest {
    @TempDir
    private Path folder;

    @Test
    void daysAndRangesOfDaysAreRead() {
        Loaded<List<YearTable>> read = read("""
                years:
                  2030:
                    notice: 某通知
                    holidays: [2030-01-01, 2030-02-02..2030-02-04]
                    makeUpDays:
                      - 2030-02-09
                """);
        assertThat(read.faults()).isEmpty();
        YearTable year = read.value().getFirst();
        assertThat(year.holidays())
                .containsExactlyInAnyOrder(day("2030-01-01"), day("2030-02-02"), day("2030-02-03"), day("2030-02-04"));
        assertThat(year.makeUpDays()).containsExactly(day("2030-02-09"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "years: {2030: {holidays: [2030-13-01]}}| 1:27 | (2030-13-01) is no day",
                "years: {2030: {holidays: [2029-12-31]}}| 1:27 | must be days of the year (2030)",
                "years: {2030: {holidays: [2030-02-04..2030-02-02]}}| 1:27 | the first before the last",
                "years: {2030: {makeUpDays: [2030-02-06]}}| 1:29 | is no Saturday or Sunday",
                "years: {2030: {holidays: [2030-02-09], makeUpDays: [2030-02-09]}}| 1:53 | both a holiday",
                "years: {2030: {makeUpDays: [2030-02-09], holidays: [2030-02-09]}}| 1:29 | both a holiday",
                "years: {2030: {holiday: [2030-02-09]}}| 1:16 | (holiday) is not known",
                "years: {30: {holidays: []}}| 1:9 | must be a year",
                "years: {2030: {holidays: []}, 2030: {holidays: []}}| 1:31 | is here for the second time",
                "yaers: {}| 1:1 | (yaers) is not known",
                "years: {2030: {holidays: 2030-02-09}}| 1:26 | must be a list of days",
                "years: {2030:| 1:14 | is not YAML",
                "[]| 1:1 | must have the field years",
            })
    void aFaultIsReportedWhereItStands(String text, String place, String message) {
        assertThat(read(text).faults())
                .extracting(fault -> fault.place().line() + ":" + fault.place().column() + " " + fault.message())
                .anySatisfy(fault -> assertThat(fault).startsWith(place).contains(message));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        assertThat(read("years: {2030: {holidays: [a, b], makeUpDays: [c]}, x: {}}")
                        .faults())
                .hasSize(4)
                .allMatch(Fault::isError);
    }

    @Test
    void aMissingFileIsAFault() {
        assertThat(YearTables.read(folder.resolve("none.yaml")).errors()).hasSize(1);
    }

    private Loaded<List<YearTable>> read(String text) {
        try {
            return YearTables.read(Files.writeString(folder.resolve("calendar.yaml"), text));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
