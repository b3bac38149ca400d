package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// What changed in the register, in an order that never passes over anything: for who keeps something in step with it.
public interface Changes {
    /// Which log it is. A position in another one means nothing.
    UUID log();

    /// How facts become the rows of [#forEachRow]: another one in a program that may make other rows of the
    /// same facts.
    UUID fold();

    /// The end of the log: what is read from the register after this call holds everything up to here.
    Position end();

    /// What changed behind a position, at most `limit` entries of the log, with the portraits as they are now: never
    /// older than the entry, perhaps newer. Each firm stands there once.
    Batch after(Position position, int limit);

    /// How many entries lie behind a position; of very many not all are counted.
    long behind(Position position, int most);

    /// Every firm with its current portrait, in rising order of numbers, streamed with bounded memory.
    void forEachFirm(Consumer<Firm> each);

    /// Of every firm, in rising order of numbers, what rules may read, without where it comes from: as fast as it can
    /// be had, with bounded memory.
    ///
    /// @param threads that read ahead; the rows are told on the caller's
    void forEachRow(int threads, EachRow each);

    /// Is told the rows of the register.
    interface EachRow {
        void take(long number, String creditCode, Row row);
    }

    /// The current portraits of firms by their numbers.
    List<Firm> firms(List<Long> numbers);

    /// The same by their codes.
    List<Firm> firmsOf(List<CreditCode> codes);

    /// A place in the log.
    ///
    /// @param transaction the number of a transaction of the database
    record Position(long transaction, long entry) implements Comparable<Position> {
        public static final Position START = new Position(0, 0);

        @Override
        public int compareTo(Position other) {
            int byTransaction = Long.compareUnsigned(transaction, other.transaction);
            return byTransaction != 0 ? byTransaction : Long.compare(entry, other.entry);
        }
    }

    /// A firm of the register.
    ///
    /// @param number in the order in which firms were entered; it never changes
    record Firm(long number, Portrait portrait) {}

    /// @param elements whose facts are new or count differently
    record Changed(Firm firm, Set<String> elements) {}

    /// @param from the position that was asked about
    /// @param end the position behind the last entry; the same as `from` when there is none
    /// @param everything an empty register was filled: any firm may be new
    record Batch(Position from, Position end, boolean everything, List<Changed> firms) {
        public Batch {
            firms = List.copyOf(firms);
        }

        public boolean isEmpty() {
            return end.equals(from);
        }
    }

    /// Where somebody stands in this log: a position that a copied or restored database cannot have is the start.
    default Position known(@Nullable Position kept) {
        return kept == null || kept.compareTo(end()) > 0 ? Position.START : kept;
    }
}
