package org.rongyi.city.courts;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.PaperFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptHandOvers implements HandOvers {
    private static final int LONGEST_NAME = 120;

    private final HandOverTable table;
    private final CourtGuide guide;
    private final CourtPlatform platform;
    private final CourtTurns turns;
    private final Enterprises enterprises;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptHandOvers(
            HandOverTable table,
            CourtGuide guide,
            CourtPlatform platform,
            CourtTurns turns,
            Enterprises enterprises,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.guide = guide;
        this.platform = platform;
        this.turns = turns;
        this.enterprises = enterprises;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static CreditCode firm(Acting acting) {
        return acting.firmFor(Mandate.Purpose.APPLY);
    }

    @Override
    public boolean connected() {
        return platform.connected();
    }

    @Override
    public List<HandOver> of(Acting firm) {
        return table.of(firm(firm));
    }

    @Override
    public Optional<HandOver> find(long id, Acting firm) {
        return table.find(id, firm(firm));
    }

    @Override
    public HandOver begin(
            String matter, String step, String opponent, String claim, @Nullable BigDecimal amountYuan, Acting firm) {
        if (opponent.length() > LONGEST_OPPONENT || claim.length() > LONGEST_CLAIM) {
            throw new IllegalArgumentException("a hand-over has (" + opponent.length() + ", " + claim.length()
                    + ") characters\nMaybe at most " + LONGEST_OPPONENT + ", " + LONGEST_CLAIM + ".");
        }
        long id = table.begin(
                firm(firm), matter, step, opponent.strip(), claim.strip(), amountYuan, firm.account(), clock.instant());
        return find(id, firm).orElseThrow();
    }

    @Override
    public Keeping keep(long id, String paper, String name, byte[] content, Acting firm) {
        if (content.length == 0) {
            return Keeping.EMPTY;
        }
        if (content.length > LARGEST_FILE) {
            return Keeping.TOO_LARGE;
        }
        PaperFile file = PaperFile.of(content);
        if (file == null) {
            return Keeping.UNKNOWN_TYPE;
        }
        CreditCode own = firm(firm);
        return Objects.requireNonNull(transaction.execute(_ -> {
            HandOver now =
                    table.lock(id).filter(each -> each.firm().equals(own)).orElse(null);
            if (now == null || !now.draft() || guide.paper(paper).isEmpty()) {
                return Keeping.NOT_NOW;
            }
            if (now.files().size() >= MOST_FILES) {
                return Keeping.TOO_MANY;
            }
            table.keep(id, paper, plain(name), file.type(), content, sha256(content));
            return Keeping.KEPT;
        }));
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public void remove(long id, long file, Acting firm) {
        CreditCode own = firm(firm);
        transaction.executeWithoutResult(_ -> table.lock(id)
                .filter(now -> now.firm().equals(own) && now.draft())
                .ifPresent(_ -> table.remove(id, file)));
    }

    @Override
    public Handing handOver(long id, String consentRead, Acting firm) {
        CreditCode own = firm(firm);
        if (!platform.connected()) {
            return new Handing.NotConnected();
        }
        Handing agreed = Objects.requireNonNull(transaction.execute(_ -> agree(id, consentRead, own, firm)));
        if (agreed instanceof Handing.Done) {
            turns.send(id);
            return new Handing.Done(find(id, firm).orElseThrow());
        }
        return agreed;
    }

    private Handing agree(long id, String consentRead, CreditCode own, Acting firm) {
        HandOver now = table.lock(id).filter(each -> each.firm().equals(own)).orElse(null);
        if (now == null || !now.draft()) {
            return new Handing.NotNow();
        }
        if (!consentRead.equals(guide.consent().zh())) {
            return new Handing.NotAgreed();
        }
        List<String> missing = guide.papers().stream()
                .filter(CourtGuide.Paper::needed)
                .map(CourtGuide.Paper::id)
                .filter(paper ->
                        now.files().stream().noneMatch(file -> file.paper().equals(paper)))
                .toList();
        if (!missing.isEmpty()) {
            return new Handing.Missing(missing);
        }
        table.agreed(id, consentRead, firm.account(), firm.person().name(), clock.instant());
        return new Handing.Done(now);
    }

    @Override
    public Optional<byte[]> zip(long id, Acting firm) {
        return find(id, firm)
                .filter(HandOver::draft)
                .map(now -> CourtPackage.zip(now, firmName(now.firm()), table.contents(id)));
    }

    private String firmName(CreditCode firm) {
        return enterprises.find(firm).map(Enterprise::name).orElse(firm.value());
    }
}
