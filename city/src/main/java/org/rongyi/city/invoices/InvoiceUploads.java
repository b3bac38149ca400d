package org.rongyi.city.invoices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.rongyi.invoices.Invoice;

/// Brings invoices in, and says what became of each file.
public interface InvoiceUploads {
    int MOST_FILES = 20_000;

    /// Unpacked, all together.
    long LARGEST = 256L << 20;

    /// Keeps the files and reads them afterwards, so that whoever sends thousands need not wait.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException without a mandate to answer
    /// for the firm
    Sending send(Acting by, List<Sent> files);

    /// An XML file, or a ZIP with many.
    record Sent(String name, byte[] bytes) {}

    sealed interface Sending permits Taken, Refused {}

    record Taken(long upload) implements Sending {}

    record Refused(Why why) implements Sending {}

    enum Why {
        NO_FILE,
        /// A ZIP without one XML file in it.
        NO_XML,
        BROKEN_ZIP,
        TOO_MANY,
        TOO_LARGE,
        /// What the firm sent before is not read yet: the same again, later, is right.
        TOO_MANY_WAIT
    }

    Optional<Upload> find(CreditCode firm, long upload);

    /// The newest first.
    List<Upload> latest(CreditCode firm, int limit);

    /// @param same were in the archive already, to the byte
    /// @param other have the number of one in the archive, and say something else
    record Upload(
            long id,
            String name,
            int files,
            int passedOver,
            int archived,
            int same,
            int other,
            int faulty,
            String account,
            Instant sentAt,
            @Nullable Instant finishedAt) {
        public int done() {
            return archived + same + other + faulty;
        }

        public boolean finished() {
            return finishedAt != null;
        }
    }

    /// Those with faults and those with the number of another one, in the order in which they were sent.
    List<Item> toSeeTo(CreditCode firm, long upload, int offset, int limit);

    /// The same behind a place, for whoever goes through all of them: 0 is before the first.
    List<Item> toSeeToBehind(CreditCode firm, long upload, int place, int limit);

    /// @param number as far as it could be read, otherwise empty
    /// @param faults none: it has the number of another one
    record Item(int place, String name, String number, List<Fault> faults) {}

    /// Two with one number, to be laid side by side.
    Optional<Pair> pair(CreditCode firm, long upload, int place);

    record Pair(String fileName, Invoice sent, KeptInvoice kept, Invoice archived) {}
}
