package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A firm's policies as an officer checks them: only for that purpose, and on record.
@Controller
class OfficerMatchPages {
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Purposes purposes;
    private final Matches matches;

    OfficerMatchPages(Enterprises enterprises, Portraits portraits, Purposes purposes, Matches matches) {
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.purposes = purposes;
        this.matches = matches;
    }

    @GetMapping("/officer/firms/{code}/policies")
    String policies(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> found = enterprises.find(code);
        Optional<Portrait> portrait = found.flatMap(firm -> portraits.current(firm.creditCode()));
        if (found.isEmpty() || portrait.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("error", Enterprises.unknown(code));
            return "jte:ui/error";
        }
        CreditCode firm = found.get().creditCode();
        Optional<String> purpose = purposes.toCheckPolicies(request, acting, firm);
        if (purpose.isEmpty()) {
            return "redirect:/officer/firms/" + firm + "/purpose";
        }
        portraits.recordLook(firm, acting.account(), acting.person().department(), purpose.get());
        List<MatchLine> lines = matches.judge(portrait.get(), page.today()).matches().stream()
                .map(match -> line(page, match))
                .toList();
        model.addAttribute("name", found.get().name());
        model.addAttribute("code", firm.value());
        model.addAttribute("lines", lines);
        return "jte:policies/officer-matches";
    }

    private static MatchLine line(Page page, Match match) {
        String why = switch (match.verdict()) {
            case ELIGIBLE ->
                match.amountYuan() == null
                        ? page.say("金额看具体情况", "amount depends on the case")
                        : page.say("约 ", "about ") + page.yuan(match.amountYuan());
            case NEARLY, NOT_ELIGIBLE ->
                match.conditions().stream()
                        .filter(condition -> condition.outcome() instanceof Outcome.Fails)
                        .map(condition -> page.say(condition.condition().text()))
                        .findFirst()
                        .orElse("");
            case UNDETERMINED ->
                page.say(
                        "缺 " + match.missing().size() + " 项数据",
                        match.missing().size() == 1
                                ? "one value is missing"
                                : match.missing().size() + " values are missing");
        };
        return new MatchLine(
                match.policy().id(),
                page.say(match.policy().title()),
                match.verdict().word(),
                why);
    }
}
