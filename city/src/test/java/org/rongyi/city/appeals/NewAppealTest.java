package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;

/// What is the same sending, and what is another matter written into the same form.
class NewAppealTest {
    private static NewAppeal sent(String words, boolean confidential) {
        return new NewAppeal(
                "key", Channel.WEB, words, "春熙路 ", null, new Reporter("王女士", null, null, confidential), null, false);
    }

    private static Appeal accepted(NewAppeal what) {
        return new Appeal(
                1,
                1,
                "261123-0001",
                "AAAA2222",
                what.channel(),
                what.words(),
                what.words().strip(),
                what.place().strip(),
                null,
                what.reporter(),
                null,
                "HELP",
                Instant.EPOCH,
                null);
    }

    @Test
    void theSameContentSentTwiceIsTheSame() {
        assertThat(sent("停电两天了\n", false).isThat(accepted(sent("停电两天了", false))))
                .isTrue();
    }

    @Test
    void anotherMatterIsNotAndNeitherIsTheSameInConfidence() {
        Appeal accepted = accepted(sent("停电两天了", false));
        assertThat(sent("水也停了", false).isThat(accepted)).isFalse();
        assertThat(sent("停电两天了", true).isThat(accepted)).isFalse();
    }

    @Test
    void aMatterOfItsOwnHasAKeyThatFollowsFromWhatIsSaid() {
        NewAppeal water = sent("水也停了", false);
        assertThat(water.asItsOwn().key())
                .isNotEqualTo(water.key())
                .isEqualTo(sent("水也停了", false).asItsOwn().key())
                .isNotEqualTo(sent("路也断了", false).asItsOwn().key());
        assertThat(water.asItsOwn().words()).isEqualTo(water.words());
    }
}
