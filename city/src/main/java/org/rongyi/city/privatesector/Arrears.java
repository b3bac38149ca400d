package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.identity.Acting;

/// Payments that are overdue to a firm (账款拖欠). Each complaint is an appeal of its own type, with that type's days.
public interface Arrears {
    int LONGEST_TEXT = 200;
    int LONGEST_WORDS = 1500;
    int MOST_INVOICES = 20;

    /// Asks for a mandate to apply.
    Complaining complain(NewArrears what, Acting who);

    /// What the firm complained of, newest first. Asks for a mandate to see.
    List<Line> of(Acting who);

    /// Of all firms together.
    Figures figures();

    /// @param key names this very sending
    /// @param debtorKind id of a kind of debtor
    /// @param amountYuan null: none was told
    /// @param dueOn day on which it should have been paid
    /// @param invoices numbers, as they stand on them
    /// @param insists it was told where else to turn, and says that it is something else
    record NewArrears(
            String key,
            String debtor,
            String debtorKind,
            String contract,
            @Nullable BigDecimal amountYuan,
            @Nullable LocalDate dueOn,
            List<String> invoices,
            String place,
            String contact,
            String words,
            boolean insists) {}

    sealed interface Complaining {
        /// @param number of the appeal
        record Accepted(String number) implements Complaining {}

        /// The law sends it elsewhere, such as what a court has before it.
        record Elsewhere(AppealCatalogue.LegalRoute route) implements Complaining {}

        record Refused(Set<Fault> faults) implements Complaining {}
    }

    enum Fault {
        DEBTOR,
        DEBTOR_KIND,
        CONTRACT,
        AMOUNT,
        /// It is not due yet, or lies more than twenty years back.
        DUE_ON,
        /// Not 8 to 20 digits, or more than [#MOST_INVOICES].
        INVOICES,
        PLACE,
        CONTACT,
        WORDS
    }

    /// @param state empty where the appeal is gone from the lists
    record Line(String number, String debtor, BigDecimal amountYuan, LocalDate dueOn, Optional<Appeals.Line> state) {}

    /// @param complaints since the beginning
    /// @param firms that complained
    record Figures(long complaints, long firms) {}
}
