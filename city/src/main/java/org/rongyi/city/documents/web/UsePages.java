package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.documents.UsePurpose;
import org.rongyi.city.documents.Uses;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where a legal representative or owner lets their people use seals and licences, ends it, and sees each
/// use.
@Controller
@RequestMapping("/my/uses")
class UsePages {
    private static final String THING = "thing";
    private static final String ACCOUNT = "account";
    private static final String PURPOSE = "purpose";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final int LATEST = 50;

    private final Uses uses;
    private final Licences licences;
    private final Mandates mandates;
    private final People people;

    UsePages(Uses uses, Licences licences, Mandates mandates, People people) {
        this.uses = uses;
        this.licences = licences;
        this.mandates = mandates;
        this.people = people;
    }

    @GetMapping
    String show(Acting acting, Page page, Model model) {
        return show(acting, page, Form.empty().with(FROM, page.today().toString()), model);
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        CreditCode firm = firm(acting);
        model.addAttribute("form", form);
        model.addAttribute(
                "grants",
                uses.grants(firm).stream().map(grant -> row(page, firm, grant)).toList());
        model.addAttribute(
                "used",
                uses.uses(firm, LATEST).stream()
                        .map(used -> row(page, firm, used))
                        .toList());
        model.addAttribute("things", things(firm));
        model.addAttribute(
                "staff",
                mandates.forFirm(firm, page.today()).stream()
                        .filter(mandate -> mandate.capacity() == Mandate.Capacity.AGENT)
                        .map(mandate -> Option.of(mandate.account(), Words.same(name(page, mandate.account()))))
                        .toList());
        model.addAttribute(
                "purposes",
                Arrays.stream(UsePurpose.values())
                        .map(purpose -> Option.of(purpose.name(), purpose.words()))
                        .toList());
        return "jte:documents/uses";
    }

    @PostMapping
    String grant(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        UsePurpose purpose = Arrays.stream(UsePurpose.values())
                .filter(each -> each.name().equals(form.value(PURPOSE)))
                .findFirst()
                .orElse(null);
        Uses.Wish wish = new Uses.Wish(
                thing(form.value(THING)), form.value(ACCOUNT), purpose, day(form.value(FROM)), day(form.value(UNTIL)));
        List<Uses.Fault> faults = List.copyOf(uses.grant(acting, wish));
        if (faults.isEmpty()) {
            return "redirect:/my/uses";
        }
        faults.forEach(fault -> reject(form, fault));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(acting, page, form, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(Acting acting, @PathVariable long id) {
        uses.revoke(acting, id);
        return "redirect:/my/uses";
    }

    private static void reject(Form form, Uses.Fault fault) {
        switch (fault) {
            case NO_THING -> form.reject(THING, "选一枚印章或一份证照", "Choose a seal or a licence");
            case NOT_OF_THE_FIRM -> form.reject(ACCOUNT, "选一位已授权办事的人", "Choose one of the firm's people");
            case NO_PURPOSE -> form.reject(PURPOSE, "选一个用途", "Choose what for");
            case NO_PERIOD -> form.reject(UNTIL, "写明从哪天到哪天", "Say from which day to which");
            case PAST -> form.reject(UNTIL, "只能从今天起给，不能给过去的日子", "It can begin today, not earlier");
            case TOO_LONG -> form.reject(UNTIL, "最长一年，到期可以再给", "At most a year; it can be granted again");
        }
    }

    private static @Nullable Thing thing(String sent) {
        for (Thing.Kind kind : Thing.Kind.values()) {
            if (sent.startsWith(kind.name() + " ")) {
                return new Thing(kind, sent.substring(kind.name().length() + 1));
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static CreditCode firm(Acting acting) {
        if (!acting.isPrincipal()) {
            throw new AccessDeniedException("(" + acting.account() + ") may not decide who uses the firm's seals");
        }
        return acting.firmFor(Mandate.Purpose.VIEW);
    }

    private List<Option> things(CreditCode firm) {
        List<Option> all = new ArrayList<>();
        licences.seals(firm)
                .forEach(seal -> all.add(
                        Option.of(Thing.Kind.SEAL + " " + seal.id(), seal.kind().words())));
        licences.of(firm).stream()
                .filter(licence -> licence.state() == Licence.State.VALID)
                .forEach(licence -> all.add(Option.of(Thing.Kind.LICENCE + " " + licence.document(), licence.name())));
        return all;
    }

    private UseRow row(Page page, CreditCode firm, Uses.Grant grant) {
        return new UseRow(
                grant.id(),
                name(page, firm, grant.thing()),
                name(page, grant.account()),
                page.say(grant.purpose().words()),
                page.date(grant.from()) + page.say("至", " to ") + page.date(grant.until()));
    }

    private UseRow row(Page page, CreditCode firm, Uses.Used used) {
        return new UseRow(
                0,
                name(page, firm, used.thing()),
                name(page, used.account()),
                page.say(used.purpose().words()) + page.say("，", ", ") + used.what(),
                page.moment(used.at()));
    }

    private String name(Page page, CreditCode firm, Thing thing) {
        Optional<Words> words = switch (thing.kind()) {
            case SEAL ->
                licences.seals(firm).stream()
                        .filter(seal -> seal.id().equals(thing.id()))
                        .map(seal -> seal.kind().words())
                        .findFirst();
            case LICENCE -> licences.find(thing.id()).map(Licence::name);
        };
        return words.map(page::say).orElseGet(() -> page.say("已停用的印章", "a seal given up"));
    }

    private String name(Page page, String account) {
        return people.known(account).map(Person::name).orElse("") + page.say("（", " (") + account + page.say("）", ")");
    }
}
