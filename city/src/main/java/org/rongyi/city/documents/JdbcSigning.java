package org.rongyi.city.documents;

import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.rongyi.seals.About;
import org.rongyi.seals.OfdFile;
import org.rongyi.seals.PageSize;
import org.rongyi.seals.PdfFile;
import org.rongyi.seals.PdfPlace;
import org.rongyi.seals.Seal;
import org.rongyi.seals.SealPicture;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Stamp;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Verdict;
import org.rongyi.seals.Verifier;
import org.rongyi.seals.ofd.Unreadable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcSigning implements Signing {
    private final SigningTable sittings;
    private final SealTable seals;
    private final JdbcUses uses;
    private final CityAuthority authority;
    private final CityTrust trust;
    private final Issuing issuing;
    private final SecondFactor factor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcSigning(
            SigningTable sittings,
            SealTable seals,
            JdbcUses uses,
            CityAuthority authority,
            CityTrust trust,
            Issuing issuing,
            ObjectProvider<SecondFactor> connected,
            KeySecret secret,
            @Value("${rongyi.demo.size:0}") long demo,
            TransactionTemplate transaction,
            Clock clock) {
        this.sittings = sittings;
        this.seals = seals;
        this.uses = uses;
        this.authority = authority;
        this.trust = trust;
        this.issuing = issuing;
        this.factor = connected.getIfAvailable(() -> demo > 0 ? new DemoFactor(secret) : new DemoFactor.None());
        this.transaction = transaction;
        this.clock = clock;
    }

    private static CreditCode firm(Acting by) {
        return by.firmFor(Mandate.Purpose.VIEW);
    }

    private static Refused refused(Fault fault) {
        return new Refused(fault, null);
    }

    /// The file is opened before the transaction: a slow one holds nothing of the database.
    @Override
    public Begun begin(Acting by, Order order) {
        CreditCode firm = firm(by);
        Optional<Seal> seal = seals.ofFirm(firm, order.seal());
        if (seal.isEmpty()) {
            return refused(Fault.NO_SEAL);
        }
        UsePurpose purpose = order.purpose();
        Corner corner = order.corner();
        if (purpose == null) {
            return refused(Fault.NO_PURPOSE);
        }
        if (uses.right(by, new Thing(Thing.Kind.SEAL, order.seal()), purpose).isEmpty()) {
            return refused(Fault.NOT_GRANTED);
        }
        Fault size = size(order, seal.get());
        if (size != null) {
            return refused(size);
        }
        boolean pdf = isPdf(order.file());
        if (pdf && !seal.get().admits(key(firm, Suite.P256).certificate())) {
            return refused(Fault.SEAL_FOR_OFD_ONLY);
        }
        Place place;
        try {
            Optional<PdfPlace> kept = pdf ? PdfFile.place(order.file()) : Optional.empty();
            if (kept.isEmpty() && corner == null) {
                return refused(Fault.NO_CORNER);
            }
            place = kept.isPresent()
                    ? Place.kept(kept.get(), seal.get().picture())
                    : Place.chosen(order, pages(order, pdf), seal.get());
        } catch (Unreadable unreadable) {
            return new Refused(Fault.CANNOT_BE_SEALED, unreadable.why());
        }
        if (place == null) {
            return refused(Fault.NO_SUCH_PAGE);
        }
        int others = pdf && !place.isKept() ? Math.clamp(order.others(), 0, MOST_OTHERS) : 0;
        SigningTable.Row row = row(by, order, purpose, place, others);
        if (places(row, seal.get().picture()).size() < others) {
            return refused(Fault.NO_ROOM);
        }
        Begun begun = transaction.execute(_ -> {
            if (sittings.lockOpen(by.account()) >= MOST_OPEN) {
                return refused(Fault.TOO_MANY);
            }
            sittings.insert(row);
            return new Ready(row.id());
        });
        if (begun instanceof Ready ready) {
            sittings.asked(ready.id(), factor.ask(by.account(), ready.id()));
        }
        return Objects.requireNonNull(begun);
    }

    /// What is too large with all its seals could not be verified, nor be sealed by the next.
    private static @Nullable Fault size(Order order, Seal seal) {
        if (order.file().length == 0) {
            return Fault.NO_FILE;
        }
        if (order.file().length > LARGEST_FILE) {
            return Fault.TOO_LARGE;
        }
        long count = 1L + Math.clamp(order.others(), 0, MOST_OTHERS);
        return order.file().length + count * PdfFile.room(seal) > LARGEST_FILE ? Fault.TOO_LARGE_SEALED : null;
    }

    private static List<PageSize> pages(Order order, boolean pdf) throws Unreadable {
        return pdf ? PdfFile.pages(order.file(), order.others() > 0) : OfdFile.pages(order.file());
    }

    private static SigningTable.Row row(Acting by, Order order, UsePurpose purpose, Place place, int others) {
        return new SigningTable.Row(
                UUID.randomUUID().toString(),
                firm(by),
                by.account(),
                order.seal(),
                purpose,
                order.name(),
                order.file(),
                place.page(),
                place.pages(),
                place.size().width(),
                place.size().height(),
                place.x(),
                place.y(),
                others,
                0,
                Optional.empty(),
                new Words("", ""));
    }

    /// In the other corners of the page, as far as there is room.
    private static List<Stamp> places(SigningTable.Row row, SealPicture own) {
        return Place.others(
                new PageSize(row.width(), row.height()),
                new Rectangle2D.Double(row.x(), row.y(), own.widthMillimetres(), own.heightMillimetres()),
                row.page(),
                row.others());
    }

    private static boolean isPdf(byte[] file) {
        byte[] magic = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        return file.length > magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private SigningKey key(CreditCode firm, Suite suite) {
        return authority.firmKey(firm.value(), issuing.holder(firm), seals.ended(firm), suite);
    }

    @Override
    public Optional<Sitting> find(Acting by, String id) {
        return sittings.find(id, firm(by), by.account()).flatMap(this::sitting);
    }

    private Optional<Sitting> sitting(SigningTable.Row row) {
        return seals.of(row.firm()).stream()
                .filter(each -> each.id().equals(row.seal()))
                .findFirst()
                .map(seal -> {
                    SealPicture picture =
                            seals.ofFirm(row.firm(), row.seal()).orElseThrow().picture();
                    return new Sitting(
                            row.id(),
                            row.name(),
                            seal.kind(),
                            row.purpose(),
                            row.page(),
                            row.pages(),
                            row.width(),
                            row.height(),
                            row.x(),
                            row.y(),
                            picture.widthMillimetres(),
                            picture.heightMillimetres(),
                            picture.png(),
                            row.sealed().isPresent(),
                            row.asked());
                });
    }

    /// Use and sealed document are there together or not at all. In between, without a transaction, the file
    /// is opened and sealed; who was slower with the same one finds it done.
    @Override
    public Outcome seal(Acting by, String id, String code) {
        Optional<Outcome> refused = Objects.requireNonNull(transaction.execute(_ -> refusal(by, id, code)));
        if (refused.isPresent()) {
            return refused.get();
        }
        SigningTable.Row row = sittings.find(id, firm(by), by.account()).orElse(null);
        Optional<Seal> seal = row == null ? Optional.empty() : seals.ofFirm(row.firm(), row.seal());
        if (row == null || seal.isEmpty()) {
            return Outcome.NOT_GRANTED;
        }
        if (row.sealed().isPresent()) {
            return Outcome.OVER;
        }
        byte[] sealed = sealed(row, seal.get());
        if (sealed == null || !isValid(sealed)) {
            return Outcome.NOT_VALID;
        }
        return Objects.requireNonNull(transaction.execute(_ -> keep(by, id, sealed)));
    }

    /// Empty: the person is who it seems, and may.
    private Optional<Outcome> refusal(Acting by, String id, String code) {
        SigningTable.Row row = sittings.lock(id, firm(by), by.account()).orElse(null);
        if (row == null
                || row.sealed().isPresent()
                || row.tries() >= MOST_TRIES
                || sittings.wrongCodes(by.account()) >= MOST_TRIES_AN_HOUR) {
            return Optional.of(Outcome.OVER);
        }
        if (!factor.proves(by.account(), id, code)) {
            sittings.tried(id);
            return Optional.of(Outcome.WRONG_CODE);
        }
        boolean may = uses.right(by, new Thing(Thing.Kind.SEAL, row.seal()), row.purpose())
                .isPresent();
        return may ? Optional.empty() : Optional.of(Outcome.NOT_GRANTED);
    }

    private Outcome keep(Acting by, String id, byte[] sealed) {
        SigningTable.Row row = sittings.lock(id, firm(by), by.account()).orElse(null);
        if (row == null || row.sealed().isPresent()) {
            return Outcome.OVER;
        }
        Thing thing = new Thing(Thing.Kind.SEAL, row.seal());
        Optional<JdbcUses.Right> right = uses.right(by, thing, row.purpose());
        if (right.isEmpty()) {
            return Outcome.NOT_GRANTED;
        }
        uses.record(by, thing, right.get(), row.purpose(), row.name());
        sittings.sealed(id, sealed);
        return Outcome.SEALED;
    }

    private byte @Nullable [] sealed(SigningTable.Row row, Seal seal) {
        Stamp stamp = new Stamp(row.page(), row.x(), row.y());
        Instant now = clock.instant();
        if (!isPdf(row.file())) {
            SigningKey key = key(row.firm(), Suite.SM2);
            try {
                return OfdFile.seal(row.file(), seal, List.of(stamp), key, now);
            } catch (IllegalArgumentException cannotBeSealed) {
                return null;
            }
        }
        About about = new About(row.id().replace("-", ""), row.name(), issuing.holder(row.firm()), now);
        SigningKey key = key(row.firm(), Suite.P256);
        try {
            return PdfFile.place(row.file()).isPresent()
                    ? PdfFile.sealNext(row.file(), about, seal, key, now)
                    : PdfFile.seal(row.file(), about, seal, stamp, places(row, seal.picture()), key, now);
        } catch (Unreadable changedMeanwhile) {
            return null;
        }
    }

    private boolean isValid(byte[] sealed) {
        return trust.now()
                .map(kept -> new Verifier(kept.trust(), clock).verify(sealed))
                .filter(verdict -> verdict instanceof Verdict.Judged judged && judged.valid())
                .isPresent();
    }

    @Override
    public Optional<Sealed> file(Acting by, String id) {
        return sittings.find(id, firm(by), by.account())
                .flatMap(row -> row.sealed().map(file -> new Sealed(row.name(), file)));
    }
}
