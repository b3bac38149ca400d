package org.rongyi.city.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptFirmEntries implements FirmEntries {
    private final JdbcAccounts accounts;
    private final JdbcMandates mandates;
    private final ObjectProvider<FirmNames> firms;
    private final Clock clock;
    private final CityWords city;

    KeptFirmEntries(
            JdbcAccounts accounts,
            JdbcMandates mandates,
            ObjectProvider<FirmNames> firms,
            Clock clock,
            CityWords city) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.firms = firms;
        this.clock = clock;
        this.city = city;
    }

    @Override
    public Set<Accounts.Fault> faults(Acting by, Claim claim) {
        JdbcAccounts.requireAdministrator(by);
        Accounts.Account account = accounts.there(claim.account());
        Person person = account.person();
        Set<Accounts.Fault> faults = EnumSet.noneOf(Accounts.Fault.class);
        if (!account.isOpen()) {
            faults.add(Accounts.Fault.CLOSED);
        }
        if (!person.department().isEmpty()) {
            faults.add(Accounts.Fault.OF_A_DEPARTMENT);
        }
        if (person.account().equals(by.account())) {
            faults.add(Accounts.Fault.ONESELF);
        }
        if (claim.proof().isBlank()) {
            faults.add(Accounts.Fault.NO_PROOF);
        }
        if (CreditCode.faultIn(claim.firm()).isPresent()) {
            faults.add(Accounts.Fault.NO_CREDIT_CODE);
        } else {
            CreditCode firm = new CreditCode(claim.firm());
            if (firms.stream().noneMatch(names -> names.nameOf(firm).isPresent())) {
                faults.add(Accounts.Fault.UNKNOWN_FIRM);
            } else if (mandates.lastDay(firm) instanceof LocalDate last && last.isBefore(city.today(clock))) {
                faults.add(Accounts.Fault.FIRM_OVER);
            } else if (mandates.inForce(person.account(), city.today(clock)).stream()
                    .anyMatch(held -> held.firm().equals(firm) && held.capacity() == claim.capacity())) {
                faults.add(Accounts.Fault.ALREADY);
            }
        }
        return faults;
    }

    @Override
    public List<Mandate> replaced(CreditCode firm, Mandate.Capacity capacity) {
        return mandates.forFirm(firm, city.today(clock)).stream()
                .filter(mandate -> mandate.capacity() == capacity)
                .toList();
    }

    /// What the person could do as an agent goes into the greater right.
    @Override
    @Transactional
    public Accounts.Done register(Acting by, Claim claim) {
        mandates.lockFirm(claim.firm());
        mandates.lock(claim.account());
        Set<Accounts.Fault> faults = faults(by, claim);
        if (!faults.isEmpty()) {
            return new Accounts.Done.Refused(faults);
        }
        CreditCode firm = new CreditCode(claim.firm());
        String account = JdbcPeople.normal(claim.account());
        for (Mandate before : replaced(firm, claim.capacity())) {
            mandates.end(before, by.account());
            accounts.enter(
                    before.account(), by.account(), Accounts.What.ENDED, told(firm, before.capacity(), claim.proof()));
        }
        mandates.inForce(account, city.today(clock)).stream()
                .filter(mandate -> mandate.firm().equals(firm))
                .forEach(mandate -> mandates.end(mandate, by.account()));
        mandates.registered(firm, account, claim.capacity(), by.account());
        accounts.enter(account, by.account(), Accounts.What.REGISTERED, told(firm, claim.capacity(), claim.proof()));
        return new Accounts.Done.Well(null);
    }

    private static String told(CreditCode firm, Mandate.Capacity capacity, String proof) {
        return firm + " " + JdbcAccounts.coded(capacity.name()) + " " + proof.strip();
    }

    @Override
    @Transactional
    public Accounts.Done end(Acting by, long mandate, String proof) {
        JdbcAccounts.requireAdministrator(by);
        if (proof.isBlank()) {
            return new Accounts.Done.Refused(Set.of(Accounts.Fault.NO_PROOF));
        }
        mandates.find(mandate, city.today(clock)).ifPresent(held -> {
            mandates.end(held, by.account());
            accounts.enter(
                    held.account(), by.account(), Accounts.What.ENDED, told(held.firm(), held.capacity(), proof));
        });
        return new Accounts.Done.Well(null);
    }
}
