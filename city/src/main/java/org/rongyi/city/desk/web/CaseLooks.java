package org.rongyi.city.desk.web;

import org.rongyi.city.cases.Case;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Who opened a case looked at what its firm handed in: the firm reads it beside the looks at its portrait.
@Component
class CaseLooks {
    private static final int LONGEST = 200;

    private final Enterprises enterprises;
    private final Portraits portraits;

    CaseLooks(Enterprises enterprises, Portraits portraits) {
        this.enterprises = enterprises;
        this.portraits = portraits;
    }

    /// A firm that the register does not know has nobody yet who could read it.
    void record(Acting acting, Case file, String number) {
        CreditCode firm = file.firm();
        if (firm != null && enterprises.find(firm).isPresent()) {
            String purpose = Purposes.CASE + number + " " + file.title();
            portraits.recordLook(
                    firm,
                    acting.account(),
                    acting.person().department(),
                    purpose.length() > LONGEST ? purpose.substring(0, LONGEST) : purpose);
        }
    }
}
