package org.rongyi.rules.column;

import org.rongyi.rules.row.Verdict;

/// The answers for the rows of a block, two bits a row: `yes` is set where the answer is yes, `known` where it is yes
/// or no. A row
/// that was not asked has neither.
record Planes(long[] yes, long[] known) {

    Planes(int words) {
        this(new long[words], new long[words]);
    }

    void put(int row, Verdict verdict) {
        switch (verdict) {
            case YES -> {
                Bits.set(yes, row);
                Bits.set(known, row);
            }
            case NO -> Bits.set(known, row);
            case UNKNOWN -> {}
        }
    }
}
