package org.rongyi.city.applications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.applications.Part.State;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What a grant brings about: facts of the firm with the department as their source, and with a credit code the firm
/// itself.
@Component
class Yielding {
    private static final Logger LOG = LoggerFactory.getLogger(Yielding.class);

    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Enterprises enterprises;
    private final Mandates mandates;
    private final People people;
    private final Elements elements;
    private final Effects effects;
    private final Clock clock;
    private final CityWords city;

    Yielding(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            Enterprises enterprises,
            Mandates mandates,
            People people,
            Elements elements,
            Effects effects,
            Clock clock,
            CityWords city) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.enterprises = enterprises;
        this.mandates = mandates;
        this.people = people;
        this.elements = elements;
        this.effects = effects;
        this.clock = clock;
        this.city = city;
    }

    /// Records what was stated and is granted, each value once, and what each grant changes beside.
    void record(long application) {
        for (Row part : parts.of(application)) {
            if (part.state() != State.GRANTED) {
                continue;
            }
            Map<String, Object> stated = parts.unrecorded(part);
            if (!stated.isEmpty()) {
                record(applications.find(application).orElseThrow(), part, stated);
            }
            effects.record(applications.find(application).orElseThrow(), part);
        }
    }

    private void record(Application application, Row part, Map<String, Object> stated) {
        Map<String, Object> facts = new LinkedHashMap<>(stated);
        Object code = facts.remove(Knowledge.CREDIT_CODE); // the register keeps a firm under it
        CreditCode firm = application.firm();
        if (firm == null) {
            Optional<CreditCode> founded = code == null ? Optional.empty() : newFirm(code.toString(), part);
            if (founded.isEmpty()) {
                return;
            }
            firm = founded.get();
            facts.putAll(confirmed(part));
        }
        if (firm.equals(application.firm()) && enterprises.find(firm).isEmpty()) {
            return; // the register does not know it yet: the facts wait
        }
        if (!facts.isEmpty()) {
            String officer = parts.statedBy(part).orElse(part.unit());
            enterprises.record(new FactReport(firm, part.unit(), FactReport.Origin.DECIDED, today(), facts, officer));
        }
        if (application.firm() == null) {
            mandates.registered(firm, application.account(), capacity(application), part.unit());
            applications.setFirm(application.id(), firm);
        }
        parts.markRecorded(part, clock.instant());
    }

    /// A code that somebody else has founds nothing: otherwise a slip of the keyboard would hand over a firm.
    private Optional<CreditCode> newFirm(String code, Row part) {
        Optional<CreditCode> firm =
                CreditCode.faultIn(code).isPresent() ? Optional.empty() : Optional.of(new CreditCode(code));
        if (firm.isEmpty() || enterprises.find(firm.get()).isPresent()) {
            LOG.warn("The credit code stated for ({}) is that of no new firm.", Course.about(part));
            return Optional.empty();
        }
        return firm;
    }

    /// What the department has registered is its data now: the values of the form for which it is the source.
    private Map<String, Object> confirmed(Row part) {
        Map<String, Object> form =
                submissions.last(part.application()).orElseThrow().form();
        Map<String, Object> confirmed = new LinkedHashMap<>();
        for (String element : part.elements()) {
            Object value = form.get(element);
            boolean theirs = elements.find(element)
                    .filter(ElementDefinition::inPortrait)
                    .map(ElementDefinition::source)
                    .filter(source -> source.zh().equals(part.unit()))
                    .isPresent();
            if (value != null && theirs) {
                confirmed.put(element, value);
            }
        }
        return confirmed;
    }

    /// Whom the form names as legal representative is it; who founds a firm for another one is its owner.
    private Mandate.Capacity capacity(Application application) {
        Map<String, Object> form =
                submissions.last(application.id()).orElseThrow().form();
        Object representative = form.get(Representing.LEGAL_REPRESENTATIVE);
        boolean same = people.known(application.account())
                .map(Person::name)
                .filter(name -> name.equals(representative))
                .isPresent();
        return same ? Representing.capacity(form.get(Representing.TYPE)) : Mandate.Capacity.OWNER;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }
}
