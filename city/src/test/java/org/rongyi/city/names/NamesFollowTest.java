package org.rongyi.city.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Who asks about a name waits for a handful of changes at most; a thread reads the rest.
@CityTest
class NamesFollowTest {
    @Autowired
    private NameTable table;

    @Autowired
    private NameReader reader;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    /// A log of so many batches in which no name changed, of a register that was never read.
    private static final class LongLog implements Changes {
        private final UUID id = UUID.randomUUID();
        private final int batches;
        private int given;
        private int readWhole;

        private LongLog(int batches) {
            this.batches = batches;
        }

        @Override
        public UUID log() {
            return id;
        }

        @Override
        public UUID fold() {
            throw new AssertionError("names are read by their changes only");
        }

        @Override
        public Position end() {
            return new Position(1, batches);
        }

        @Override
        public Batch after(Position position, int limit) {
            if (position.entry() >= batches) {
                return new Batch(position, position, false, List.of());
            }
            given += limit > 1 ? 1 : 0;
            return new Batch(position, new Position(1, position.entry() + 1), false, List.of());
        }

        @Override
        public long behind(Position position, int most) {
            return batches - position.entry();
        }

        @Override
        public void forEachFirm(Consumer<Firm> each) {
            throw new AssertionError("names are read by their changes only");
        }

        @Override
        public void forEachRow(int threads, EachRow each) {
            readWhole++;
        }

        @Override
        public List<Firm> firms(List<Long> numbers) {
            throw new AssertionError("names are read by their changes only");
        }

        @Override
        public List<Firm> firmsOf(List<CreditCode> codes) {
            throw new AssertionError("names are read by their changes only");
        }
    }

    /// Keeps where it stands to itself: the city's own place stays where it is.
    private static final class OwnPlace extends NameTable {
        private @Nullable Position place;

        private OwnPlace(JdbcClient database, @Nullable Position place) {
            super(database);
            this.place = place;
        }

        @Override
        void save(List<Row> rows) {
            assertThat(rows).isEmpty();
        }

        @Override
        Optional<Position> stand(UUID log) {
            return Optional.ofNullable(place);
        }

        @Override
        void setStand(UUID log, Position position) {
            place = position;
        }
    }

    private NamesFollow follow(LongLog log, NameTable place) {
        return new NamesFollow(log, place, reader, transactions);
    }

    @Test
    void whoAsksTakesInTwoBatchesAtMost() {
        LongLog log = new LongLog(5);
        NamesFollow follow = follow(log, new OwnPlace(database, new Position(1, 0)));
        assertThat(follow.keepUp()).as("three batches are left").isFalse();
        assertThat(log.given).isEqualTo(2);
        assertThat(follow.keepUp()).as("one is left").isFalse();
        assertThat(follow.keepUp()).isTrue();
        assertThat(log.given).isEqualTo(5);
    }

    @Test
    void aRegisterThatWasNeverReadIsNotReadWhileSomebodyWaits() {
        LongLog log = new LongLog(3);
        NamesFollow follow = follow(log, new OwnPlace(database, null));
        assertThat(follow.keepUp()).isFalse();
        assertThat(log.readWhole).isZero();
        follow.readOn();
        assertThat(log.readWhole).isEqualTo(1);
        assertThat(follow.keepUp()).isTrue();
    }

    @Test
    void whoIsToldToStopReadsOnAnotherTime() {
        LongLog log = new LongLog(5);
        NamesFollow follow = follow(log, new OwnPlace(database, new Position(1, 0)));
        follow.readOn(() -> log.given == 2);
        assertThat(log.given).isEqualTo(2);
        follow.readOn();
        assertThat(log.given).isEqualTo(5);
    }

    @Test
    void aNewFirmIsTakenInBeforeAnybodyAsks() {
        String name = "成都蕖霭澍餐饮有限公司";
        TestFirms.enter(enterprises, name);
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(table.named(name, null)).containsExactly(name));
    }
}
