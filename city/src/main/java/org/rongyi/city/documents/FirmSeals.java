package org.rongyi.city.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Seal;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Typeface;
import org.springframework.stereotype.Component;

/// Makes the five seals of a firm.
@Component
class FirmSeals {
    private final SealTable seals;
    private final CityAuthority authority;

    FirmSeals(SealTable seals, CityAuthority authority) {
        this.seals = seals;
        this.authority = authority;
    }

    /// @param legalRepresentative whose name the fifth bears; null where nobody has stated it
    void make(CreditCode firm, String name, @Nullable Object legalRepresentative) {
        int given = seals.ended(firm);
        List<SigningKey> keys = List.of(
                authority.firmKey(firm.value(), name, given, Suite.SM2),
                authority.firmKey(firm.value(), name, given, Suite.P256));
        Typeface letters = Typeface.shipped();
        String representative = letters.writable(legalRepresentative == null ? "法人" : legalRepresentative.toString());
        for (SealKind kind : SealKind.values()) {
            String number = seals.nextNumber();
            String owner = kind == SealKind.REPRESENTATIVE ? representative : name;
            Seal made = authority.firmSeal(
                    number,
                    CityAuthority.marked(owner) + " " + kind.words().zh(),
                    kind.owner(),
                    kind.picture(letters.writable(CityAuthority.marked(name)), representative, number, firm.value()),
                    keys);
            seals.keep(firm, kind, owner, made);
        }
    }
}
