package org.rongyi.city.invoices;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice;

/// What a firm has in its archive. Whose it is stands in every question.
public interface InvoiceArchive {
    int MOST = 200;

    /// The newest first, after the place where the last page ended.
    ///
    /// @param limit 1 to [#MOST]
    List<KeptInvoice> search(CreditCode firm, Wanted wanted, @Nullable Place after, int limit);

    Optional<KeptInvoice> find(CreditCode firm, long id);

    /// What the file says, read anew.
    Optional<Invoice> content(CreditCode firm, long id);

    /// The file as it was sent.
    Optional<byte[]> original(CreditCode firm, long id);

    boolean isEmpty(CreditCode firm);

    /// For an auditor, a ZIP: every file as it was sent, a table of them (`invoices.csv`), and
    /// `SHA256SUMS`, computed anew.
    ///
    /// @return how many invoices it holds
    long export(CreditCode firm, Wanted wanted, OutputStream to);

    Quota quota(CreditCode firm, LocalDate month);

    /// How much the firm may issue in a month, as the tax authority told it.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException without a mandate to answer
    /// for the firm
    void allow(Acting by, LocalDate month, BigDecimal amountYuan);

    /// What is looked for.
    ///
    /// @param text a number or its beginning, the credit code of the other side, or a part of its name,
    /// of what was sold or of a number; digits are a part only where no number begins so; empty finds all
    /// @param least of the total with tax
    record Wanted(
            String text,
            @Nullable Direction direction,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {
        public static final Wanted ALL = new Wanted("", null, null, null, null, null);

        public Wanted {
            text = text.strip();
        }
    }

    /// Where a page ended.
    record Place(LocalDate issuedOn, long id) {
        public static Place of(KeptInvoice last) {
            return new Place(last.issuedOn(), last.id());
        }
    }

    /// Issued in a month, without tax: what was taken back counts against it.
    ///
    /// @param amount null when the firm has not said it
    record Quota(LocalDate month, @Nullable BigDecimal amount, BigDecimal used) {}
}
