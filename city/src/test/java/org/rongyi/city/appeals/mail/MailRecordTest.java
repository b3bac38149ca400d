package org.rongyi.city.appeals.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.MailRecord;
import org.springframework.beans.factory.annotation.Autowired;

/// What became of e-mails without anybody being answered stands before a seat.
@CityTest
class MailRecordTest {
    private static final String WORDS = "店门口停电两天，希望尽快修。";

    @Autowired
    private LetterIntake intake;

    @Autowired
    private LetterTable letters;

    @Autowired
    private MailRecord mail;

    @Autowired
    private TestClock clock;

    /// Nobody else writes from here.
    private final String writer = UUID.randomUUID() + "@example.org";

    private void send(String words, @Nullable String automatic) {
        String id = "<" + UUID.randomUUID() + "@example.org>";
        intake.take(new Letter(id, writer, "李先生", "", words, words, List.of(), List.of(), automatic));
    }

    private List<MailRecord.Why> left() {
        return mail.left().stream()
                .filter(each -> each.address().equals(writer))
                .map(MailRecord.Left::why)
                .toList();
    }

    private List<MailRecord.Unsent> unsent() {
        return mail.unsent().stream()
                .filter(each -> each.address().equals(writer))
                .toList();
    }

    @Test
    void whatBecameNoAppealIsThereWithItsReason() {
        send("我在休假", "auto-replied");
        send("", null);
        assertThat(left()).containsExactly(MailRecord.Why.EMPTY, MailRecord.Why.MACHINE);
        for (int i = 0; i < LetterIntake.MOST_A_DAY - 1; i++) {
            send(WORDS + i, null);
        }
        assertThat(left()).containsExactly(MailRecord.Why.TOO_MANY, MailRecord.Why.EMPTY, MailRecord.Why.MACHINE);
    }

    @Test
    void whomNoAnswerReachedIsThereUntilItDid() {
        send(WORDS, null);
        assertThat(unsent()).as("it waits to be sent").isEmpty();
        LetterTable.Answer answer = taken();
        assertThat(unsent()).as("it is on its way").isEmpty();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(unsent()).extracting(MailRecord.Unsent::given).containsExactly(false);
        letters.failed(answer.id(), "550 no such user", null, clock.instant());
        assertThat(unsent())
                .extracting(MailRecord.Unsent::given, unsent -> unsent.number() != null)
                .containsExactly(tuple(true, true));
        letters.sent(answer.id(), clock.instant());
        assertThat(unsent()).isEmpty();
    }

    private LetterTable.Answer taken() {
        LetterTable.Answer next;
        do {
            next = letters.takeDue(clock.instant()).orElseThrow();
        } while (!next.address().equals(writer));
        return next;
    }
}
