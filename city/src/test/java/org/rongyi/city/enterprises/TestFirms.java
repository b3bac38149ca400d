package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Person;
import org.rongyi.city.vocabulary.CreditCode;

/// Invented firms for tests, another one for each call.
public final class TestFirms {
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestFirms() {}

    /// A code that nobody has used before in this run. Its prefix is neither a real firm's nor a demo firm's.
    public static CreditCode newCode() {
        String subject = "T%07d".formatted(MADE.incrementAndGet());
        String first17 = "Y1510104" + subject + CreditCode.subjectCheck(subject);
        return new CreditCode(first17 + CreditCode.check(first17));
    }

    public static FactReport report(
            CreditCode firm, String source, String asOf, Map<String, ? extends @Nullable Object> facts) {
        return new FactReport(firm, source, FactReport.Origin.IMPORTED, LocalDate.parse(asOf), facts, "test");
    }

    public static FactReport declaration(CreditCode firm, String asOf, Map<String, ? extends @Nullable Object> facts) {
        return new FactReport(
                firm, FactReport.SELF_DECLARED, FactReport.Origin.SELF_DECLARED, LocalDate.parse(asOf), facts, "owner");
    }

    /// The owner of the firm, who sees everything of it, without an account.
    public static Acting owner(CreditCode firm) {
        return acting(firm, Mandate.Capacity.OWNER, Set.of());
    }

    /// An agent who may look, without an account.
    public static Acting agent(CreditCode firm) {
        return acting(firm, Mandate.Capacity.AGENT, Set.of(Mandate.Purpose.VIEW));
    }

    private static Acting acting(CreditCode firm, Mandate.Capacity capacity, Set<Mandate.Purpose> purposes) {
        Person person = new Person("nobody", "某人", "", Set.of());
        return new Acting(person, new Mandate(0, firm, person.account(), capacity, purposes, null, "市监"));
    }

    /// Enters a firm with a name and nothing else.
    public static CreditCode enter(Enterprises enterprises, String name) {
        CreditCode firm = newCode();
        enterprises.record(report(firm, "市监", "2024-01-01", Map.of("entityName", name)));
        return firm;
    }
}
