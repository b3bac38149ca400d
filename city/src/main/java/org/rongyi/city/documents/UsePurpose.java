package org.rongyi.city.documents;

import org.rongyi.definitions.Words;

/// What a seal or licence is used for.
public enum UsePurpose {
    CONTRACT("签合同", "Contracts"),
    APPLICATION("办政务事项", "Dealings with departments"),
    ACCOUNTS("开票和财务", "Invoices and accounts"),
    STAFF("人事", "Employment");

    private final Words words;

    UsePurpose(String zh, String en) {
        words = new Words(zh, en);
    }

    public Words words() {
        return words;
    }
}
