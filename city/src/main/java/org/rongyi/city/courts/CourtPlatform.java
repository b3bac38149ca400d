package org.rongyi.city.courts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What connects the city to the courts' platform; what it promises stands in docs/COURTS.md. There is no place in it
/// for
/// a decision: whatever else a platform sends is left unread.
interface CourtPlatform {
    boolean connected();

    /// Hands a package over. The same key twice is one hand-over, with the same answer.
    Answer handOver(String key, byte[] zip);

    Look look(String reference);

    sealed interface Answer {
        /// @param address of the case on the platform, for the firm; empty: none was named
        record Taken(String reference, String address) implements Answer {}

        record Refused(String why) implements Answer {}

        /// Nobody knows whether it arrived: it is sent again under the same key.
        record Unreached(String why) implements Answer {}
    }

    sealed interface Look {
        record Found(Standing standing) implements Look {}

        record Unknown() implements Look {}

        record Unreached(String why) implements Look {}
    }

    /// Where a case stands there.
    ///
    /// @param since day on which the stage was reached
    /// @param meetsAt a hearing, an exchange of evidence or a mediation; null: none is set
    record Standing(Stage stage, LocalDate since, @Nullable Instant meetsAt, String place) {}

    enum Stage {
        RECEIVED("法院平台收到了", "The courts' platform has it"),
        CORRECTION("法院要求补正", "The court asks for corrections"),
        FILED("已立案", "Filed"),
        NOT_FILED("没有立案，以法院送达为准", "Not filed; what the court serves counts"),
        MEDIATION("调解中", "In mediation"),
        EVIDENCE("庭前交换证据", "Evidence is exchanged"),
        HEARING("开庭", "Hearing"),
        CLOSED("法院办结了，结果以法院送达为准", "The court has closed it; what it serves counts");

        private final Words words;

        Stage(String zh, String en) {
            words = new Words(zh, en);
        }

        Words words() {
            return words;
        }

        boolean end() {
            return this == NOT_FILED || this == CLOSED;
        }
    }
}
