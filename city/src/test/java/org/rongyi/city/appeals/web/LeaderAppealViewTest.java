package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.TestPages;
import org.rongyi.definitions.Words;

/// A leader reads of what may not be opened how many there are, and no word of what was said in confidence.
class LeaderAppealViewTest {
    private static final String NUMBER = "261123-7";
    private static final String SAID = "老板欠薪三个月";
    private static final String PLACE = "春熙路 8 号";
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    private final Page page = TestPages.chinese(LocalDate.parse("2026-11-23"));

    private LeaderAppealView.Voice voice(boolean confidential, String title) {
        Appeal appeal = new Appeal(
                1,
                7,
                NUMBER,
                "CODE",
                Appeal.Channel.WEB,
                SAID,
                SAID,
                PLACE,
                null,
                new Appeal.Reporter("", null, null, confidential),
                null,
                "complaint",
                AT,
                null);
        return LeaderAppealView.voice(
                page, new Appeals.Line(appeal, Words.same("在办"), "人社", Appeals.Waits.HOUSE), title, "人社");
    }

    @Test
    void ofOthersNothingIsToldButHowManyThereAre() {
        assertThat(LeaderAppealView.others(page, 3)).contains("3 件");
        assertThat(LeaderAppealView.others(page, 0)).isEmpty();
    }

    @Test
    void whatWasSaidInConfidenceHasNoPlace() {
        assertThat(voice(true, "欠薪").toString()).contains("欠薪", NUMBER).doesNotContain(SAID, PLACE);
        assertThat(voice(false, SAID).toString()).contains(SAID, NUMBER, PLACE);
    }
}
