package org.rongyi.city.invoices;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.InvoiceReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptUploads implements InvoiceUploads {
    private static final Logger LOG = LoggerFactory.getLogger(KeptUploads.class);

    /// Each may have a few megabytes.
    private static final int AT_ONCE = 5;

    private static final long MOST_WAITING = LARGEST;

    private final UploadTable table;
    private final Judging judging;
    private final InvoiceArchive archive;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final CityWords city;
    private final Clock clock;

    KeptUploads(
            UploadTable table,
            Judging judging,
            InvoiceArchive archive,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            CityWords city,
            Clock clock) {
        this.table = table;
        this.judging = judging;
        this.archive = archive;
        this.transactions = transactions;
        this.events = events;
        this.city = city;
        this.clock = clock;
    }

    /// There are files to read.
    record FilesWait() {}

    @Override
    public Sending send(Acting by, List<Sent> files) {
        return send(by.firmFor(Mandate.Purpose.ANSWER), by.account(), "PAGE", files);
    }

    Sending send(CreditCode firm, String account, String way, List<Sent> files) {
        if (table.waitingOf(firm) > MOST_WAITING) {
            return new Refused(Why.TOO_MANY_WAIT);
        }
        Unpacking unpacked;
        try {
            unpacked = Unpacking.of(files);
        } catch (Unpacking.Refusal refusal) {
            return new Refused(refusal.why());
        }
        Sent first = files.getFirst();
        String name = Unpacking.shown(first.name()) + (files.size() > 1 ? " +" + (files.size() - 1) : "");
        UploadTable.Sending sending = new UploadTable.Sending(firm, account, way, name, clock.instant());
        @Nullable Long upload = transactions.execute(_ -> table.send(sending, unpacked));
        events.publishEvent(new FilesWait());
        return new Taken(Objects.requireNonNull(upload));
    }

    /// Reads some of those that wait. A file over which reading fails holds up no other: it comes last from
    /// then on, and is put aside at its last try. What the database fails over is thrown, and no file's
    /// fault.
    ///
    /// @return whether to go on at once
    boolean readSome() {
        AtomicReference<UploadTable.@Nullable Waiting> at = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> readSome(at)));
        } catch (ConcurrencyFailureException otherProcess) {
            // Both had the same numbers, in another order; the database let one of them win.
            LOG.debug("invoices are read again", otherProcess);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            UploadTable.Waiting file = at.get();
            if (file == null || isOutage(failure)) {
                throw failure;
            }
            return putOff(file, failure);
        }
    }

    /// No file is to blame where the database is gone or full. What it says of a value is about the file.
    private static boolean isOutage(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
    }

    private boolean readSome(AtomicReference<UploadTable.@Nullable Waiting> at) {
        List<UploadTable.Waiting> some = table.next(AT_ONCE);
        some.forEach(file -> {
            at.set(file);
            judging.judge(file, table.firmOf(file.upload()));
        });
        at.set(null);
        some.stream()
                .map(UploadTable.Waiting::upload)
                .distinct()
                .sorted()
                .forEach(upload -> table.finish(upload, clock.instant()));
        return !some.isEmpty();
    }

    /// What fails again has a rest, for what was wrong may pass: memory that others took.
    private boolean putOff(UploadTable.Waiting file, Throwable failure) {
        boolean last = file.tries() + 1 >= UploadTable.MOST_TRIES;
        LOG.error(
                "The file ({}, {}) of the upload ({}) cannot be read, {}",
                file.place(),
                file.name(),
                file.upload(),
                last ? "and is put aside" : "and is tried again later",
                failure);
        transactions.executeWithoutResult(_ -> {
            if (last) {
                judging.giveUp(file);
                table.finish(file.upload(), clock.instant());
            } else {
                table.failed(file);
            }
        });
        return last || file.tries() == 0;
    }

    @Override
    public Optional<Upload> find(CreditCode firm, long upload) {
        return table.find(firm, upload);
    }

    @Override
    public List<Upload> latest(CreditCode firm, int limit) {
        return table.latest(firm, limit);
    }

    @Override
    public List<Item> toSeeTo(CreditCode firm, long upload, int offset, int limit) {
        return table.toSeeTo(firm, upload, offset, limit);
    }

    @Override
    public List<Item> toSeeToBehind(CreditCode firm, long upload, int place, int limit) {
        return table.toSeeToBehind(firm, upload, place, limit);
    }

    @Override
    public Optional<Pair> pair(CreditCode firm, long upload, int place) {
        return table.other(firm, upload, place).map(other -> {
            Invoice sent = Objects.requireNonNull(
                    InvoiceReader.read(other.bytes(), city.today(clock)).invoice(), "a duplicate says nothing");
            KeptInvoice kept = archive.find(firm, other.invoice()).orElseThrow();
            return new Pair(
                    other.name(), sent, kept, archive.content(firm, kept.id()).orElseThrow());
        });
    }
}
