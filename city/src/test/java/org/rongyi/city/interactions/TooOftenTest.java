package org.rongyi.city.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.TooOften.Counted;
import org.rongyi.city.interactions.VisitRules.Limit;
import org.rongyi.city.vocabulary.FaultyCityFiles;

class TooOftenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<Limit> LIMITS = List.of(new Limit(1, 1), new Limit(7, 2), new Limit(30, 3));

    @TempDir
    Path folder;

    private static List<Limit> broken(int... daysFromNow) {
        List<Counted> counted = Arrays.stream(daysFromNow)
                .mapToObj(days -> new Counted(Kind.VISIT, DAY.plusDays(days), "市监", days > 0))
                .toList();
        return TooOften.of(LIMITS, counted, DAY).stream().map(TooOften::limit).toList();
    }

    @Test
    void aSecondVisitOnTheDayAThirdInAWeekAFourthInThirtyDaysIsTooOften() {
        assertThat(broken()).isEmpty();
        assertThat(broken(-1)).isEmpty();
        assertThat(broken(0)).containsExactly(new Limit(1, 1));
        assertThat(broken(-6, -1)).containsExactly(new Limit(7, 2));
        assertThat(broken(-7, -1)).as("the eighth day back").isEmpty();
        assertThat(broken(-29, -20, -10)).containsExactly(new Limit(30, 3));
        assertThat(broken(-30, -20, -10)).isEmpty();
    }

    @Test
    void whatIsPlannedAfterItCountsAsMuchAsWhatWasBefore() {
        assertThat(broken(-3, 3)).containsExactly(new Limit(7, 2));
        assertThat(broken(-4, 3)).as("eight days from the first to the last").isEmpty();
        assertThat(broken(1, 2)).containsExactly(new Limit(7, 2));
    }

    @Test
    void theFullestDaysAreShown() {
        TooOften week = TooOften.of(
                        LIMITS,
                        List.of(
                                new Counted(Kind.VISIT, DAY.minusDays(5), "市监", false),
                                new Counted(Kind.SURVEY, DAY.minusDays(1), "税务", false),
                                new Counted(Kind.VISIT, DAY.plusDays(1), "城管", true)),
                        DAY)
                .getFirst();
        assertThat(week.others()).extracting(Counted::unit).containsExactly("市监", "税务", "城管");
        assertThat(week.from()).isEqualTo(DAY.minusDays(5));
    }

    private VisitRules read(String text) throws IOException {
        return RulesFile.read(Files.writeString(folder.resolve("interactions.yaml"), text));
    }

    @Test
    void whatCountsAndHowOftenIsTheCitysToSay() throws IOException {
        VisitRules rules = read("""
                counts: [VISIT]
                limits: [{days: 7, most: 2}]
                triggers: [{id: lead, name: 线索}]
                """);
        assertThat(rules.counts()).containsExactly(Kind.VISIT);
        assertThat(rules.limits()).containsExactly(new Limit(7, 2));
        assertThat(rules.trigger("lead")).isPresent();
        assertThat(RulesFile.read(folder.resolve("none.yaml")).limits()).isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        counts: [DINNER]
                        limits: [{days: 0, most: 2}, {days: 7, most: 400}]
                        triggers: [{id: a, name: 一}, {id: a, name: 二}]
                        often: 3
                        """))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContainingAll(
                        "(DINNER) is no kind", "(0)", "(400)", "(a) is here for the second time", "(often)");
    }
}
