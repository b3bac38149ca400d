package org.rongyi.city.enterprises.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.ui.Option;
import org.rongyi.definitions.Words;

/// How a department can answer a contest.
enum ContestDecision {
    CORRECT("企业说得对，更正", "The firm is right: correct the value"),
    WITHDRAW("企业说得对，先撤下，没有正确的值", "The firm is right: withdraw the value, there is no right one"),
    REJECT("数据没有错，维持", "The value is right: let it stand");

    private final Words words;

    ContestDecision(String zh, String en) {
        this.words = new Words(zh, en);
    }

    Words words() {
        return words;
    }

    static Optional<ContestDecision> of(String name) {
        return Arrays.stream(values())
                .filter(decision -> decision.name().equals(name))
                .findFirst();
    }

    /// @param correctable false when the element has left the dictionary: then nobody can enter a value of it
    static List<Option> options(boolean correctable) {
        return Arrays.stream(values())
                .filter(decision -> correctable || decision != CORRECT)
                .map(decision -> Option.of(decision.name(), decision.words))
                .toList();
    }

    /// 20 and 20.0 are one value.
    static boolean same(Object one, Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b ? a.compareTo(b) == 0 : one.equals(other);
    }
}
