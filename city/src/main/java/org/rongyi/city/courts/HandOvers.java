package org.rongyi.city.courts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;

/// Hand-overs of a firm to the courts' platform.
public interface HandOvers {
    int LARGEST_FILE = 10_000_000;
    int MOST_FILES = 20;
    int LONGEST_CLAIM = 2000;
    int LONGEST_OPPONENT = 100;

    /// Whether the city is connected; otherwise a firm takes its package there itself.
    boolean connected();

    List<HandOver> of(Acting firm);

    Optional<HandOver> find(long id, Acting firm);

    /// @param matter id of a matter, and step of a step, of the city's guide
    HandOver begin(
            String matter, String step, String opponent, String claim, @Nullable BigDecimal amountYuan, Acting firm);

    Keeping keep(long id, String paper, String name, byte[] content, Acting firm);

    void remove(long id, long file, Acting firm);

    /// The firm agrees, in the words that it read, and the package goes out.
    Handing handOver(long id, String consentRead, Acting firm);

    /// The same package as the platform gets, for the firm itself.
    Optional<byte[]> zip(long id, Acting firm);

    enum Keeping {
        KEPT,
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        UNKNOWN_TYPE,
        /// It was handed over, or there is no such paper.
        NOT_NOW
    }

    sealed interface Handing {
        /// @param after as it stands now; on its way while the platform does not answer
        record Done(HandOver after) implements Handing {}

        /// @param papers ids of what is missing
        record Missing(List<String> papers) implements Handing {}

        /// Other words than the city has now were agreed to.
        record NotAgreed() implements Handing {}

        record NotConnected() implements Handing {}

        record NotNow() implements Handing {}
    }
}
