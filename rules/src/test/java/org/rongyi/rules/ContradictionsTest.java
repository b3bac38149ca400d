package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.rules.Contradictions.Contradiction;

class ContradictionsTest {
    private static List<Contradiction> among(String... conditions) {
        return Contradictions.among(
                Arrays.stream(conditions).map(City::condition).toList());
    }

    private static Contradiction over(String element, int first, int second) {
        return new Contradiction(first, second, City.DICTIONARY.get(element));
    }

    @Test
    void whatLeavesAnElementNoValueIsFound() {
        assertThat(among("revenue <= 300", "staff > 5", "revenue > 300")).containsExactly(over("revenue", 0, 2));
        assertThat(among("revenue < 300 and 300 <= revenue")).containsExactly(over("revenue", 0, 0));
        assertThat(among("entityType = \"公司\"", "entityType in (\"个体\", \"农合\")"))
                .containsExactly(over("entityType", 0, 1));
        assertThat(among("staff = 7", "staff >= 10")).containsExactly(over("staff", 0, 1));
        assertThat(among("establishedOn > date(\"2024-01-01\")", "establishedOn < date(\"2023-01-01\")"))
                .containsExactly(over("establishedOn", 0, 1));
        assertThat(among("ageYears >= 3", "ageYears < 2")).containsExactly(over("ageYears", 0, 1));
    }

    @Test
    void whatCanBeMetIsNoContradiction() {
        assertThat(among("revenue <= 300", "revenue >= 300")).isEmpty();
        assertThat(among("revenue <= 300", "revenue <= 200", "staff >= 500")).isEmpty();
        assertThat(among("entityType = \"公司\"", "entityType in (\"公司\", \"农合\")"))
                .isEmpty();
        assertThat(among("revenue < 100 or staff < 5", "revenue > 200")).isEmpty();
        assertThat(among("not(revenue < 100)", "revenue > 200")).isEmpty();
    }
}
