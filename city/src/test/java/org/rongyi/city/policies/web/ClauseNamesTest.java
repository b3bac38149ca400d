package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第一条 | Article 1",
                "第十一条（五） | Article 11 (5)",
                "第六条（五）、第七条 | Article 6 (5); Article 7",
                "第二十三条 | Article 23",
                "公告2023年第6号第三条 | Notice 6 of 2023, Article 3",
                "附件1 | Annex 1",
                "财税〔2015〕119号第五条 | 财税〔2015〕119号, Article 5",
            })
    void aClauseIsNamedInEnglish(String zh, String en) {
        assertThat(ClauseNames.english(zh)).isEqualTo(en);
    }
}
