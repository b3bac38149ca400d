package org.rongyi.city.invoices;

import org.rongyi.definitions.Words;

/// Which way an invoice went, seen from the firm.
public enum Direction {
    IN("收到的", "received"),
    OUT("开出的", "issued");

    private final Words words;

    Direction(String zh, String en) {
        words = new Words(zh, en);
    }

    public Words words() {
        return words;
    }
}
