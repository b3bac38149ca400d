package org.rongyi.city.identity.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.DemoSignIns;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Accounts as the pages of administrators show them.
@Component
class AccountViews {
    private final Accounts accounts;
    private final Mandates mandates;
    private final People people;
    private final MandateWords words;
    private final DemoSignIns demo;

    AccountViews(Accounts accounts, Mandates mandates, People people, MandateWords words, DemoSignIns demo) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.people = people;
        this.words = words;
        this.demo = demo;
    }

    static AccountRow row(Page page, Accounts.Account account) {
        Person person = account.person();
        return new AccountRow(
                person.account(),
                person.name(),
                page.named(person.department()),
                AccountWords.roles(page, person.roles()),
                account.isOpen() ? "" : page.say("已关闭", "closed"));
    }

    AccountView view(Page page, Accounts.Account account) {
        Person person = account.person();
        boolean ofTheDemo =
                demo.people().stream().anyMatch(known -> known.account().equals(person.account()));
        Map<String, String> names = new HashMap<>();
        return new AccountView(
                person.account(),
                person.name(),
                account.isOpen(),
                ofTheDemo,
                account.isOpen() && person.department().isEmpty(),
                rows(page, account),
                mandates.inForce(person.account(), page.today()).stream()
                        .map(mandate -> held(page, mandate))
                        .toList(),
                accounts.entries(person.account()).stream()
                        .map(entry -> new AccountView.Done(
                                page.moment(entry.at()),
                                names.computeIfAbsent(entry.by(), this::name),
                                page.say(AccountWords.what(entry.what())),
                                AccountWords.about(page, entry.about())))
                        .toList());
    }

    private static List<SummaryRow> rows(Page page, Accounts.Account account) {
        Person person = account.person();
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("账号", "Account"), person.account()));
        rows.add(SummaryRow.of(page.say("姓名", "Name"), person.name()));
        if (!person.department().isEmpty()) {
            rows.add(SummaryRow.of(page.say("部门", "Department"), page.named(person.department())));
        }
        rows.add(SummaryRow.of(page.say("身份", "Roles"), AccountWords.roles(page, person.roles())));
        if (!account.isOpen()) {
            rows.add(SummaryRow.of(page.say("状态", "State"), page.say("已关闭，不能登录", "closed, cannot sign in")));
        } else if (account.givenOut()) {
            rows.add(SummaryRow.of(page.say("状态", "State"), page.say("本人还没有换成自己的密码", "has not chosen a password yet")));
        }
        return rows;
    }

    AccountView.Held held(Page page, Mandate mandate) {
        return new AccountView.Held(
                mandate.id(),
                firm(page, mandate.firm()),
                page.say(mandate.capacity().words()),
                MandateWords.extent(page, mandate));
    }

    String firm(Page page, CreditCode firm) {
        String name = words.firm(firm);
        return name.equals(firm.value()) ? name : name + page.say("（" + firm + "）", " (" + firm + ")");
    }

    /// With the account, for two may share a name.
    String named(Page page, String account) {
        return name(account) + page.say("（" + account + "）", " (" + account + ")");
    }

    String name(String account) {
        return people.known(account).map(Person::name).orElse(account);
    }
}
