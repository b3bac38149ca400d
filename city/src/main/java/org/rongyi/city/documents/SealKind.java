package org.rongyi.city.documents;

import org.rongyi.definitions.Words;
import org.rongyi.seals.Seal;
import org.rongyi.seals.SealPicture;
import org.rongyi.seals.Typeface;

/// The seals that a firm receives with its registration.
public enum SealKind {
    OFFICIAL("公章", "Official seal"),
    FINANCE("财务专用章", "Finance seal"),
    INVOICE("发票专用章", "Invoice seal"),
    CONTRACT("合同专用章", "Contract seal"),
    REPRESENTATIVE("法定代表人名章", "Seal of the legal representative");

    private final Words words;

    SealKind(String zh, String en) {
        words = new Words(zh, en);
    }

    public Words words() {
        return words;
    }

    Seal.Owner owner() {
        return this == REPRESENTATIVE ? Seal.Owner.PERSON : Seal.Owner.ORGANISATION;
    }

    SealPicture picture(String firm, String representative, String number, String code) {
        Typeface letters = Typeface.shipped();
        return switch (this) {
            case OFFICIAL -> SealPicture.round(letters, firm, "", number, 40);
            case FINANCE -> SealPicture.round(letters, firm, words.zh(), number, 38);
            case CONTRACT -> SealPicture.round(letters, firm, words.zh(), number, 38);
            case INVOICE -> SealPicture.oval(letters, firm, words.zh(), code);
            case REPRESENTATIVE -> SealPicture.square(letters, representative);
        };
    }
}
