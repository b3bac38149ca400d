package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Declarations;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.policies.AsReported;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.RecordedMatch;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Row;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the firm is told about one policy, and how it came to be told so.
@Controller
class FirmPages {
    /// Of a firm, enough to tell which of them changed a verdict.
    private static final int MOST_CONTESTS = 200;

    private static final int PAGE_SIZE = 20;
    private static final String ANSWERED = "answered";

    private final Matches matches;
    private final Policies policies;
    private final Portraits portraits;
    private final Enterprises enterprises;
    private final Declarations declarations;
    private final Contests contests;
    private final Elements elements;
    private final VerdictViews views;

    FirmPages(
            Matches matches,
            Policies policies,
            Portraits portraits,
            Enterprises enterprises,
            Declarations declarations,
            Contests contests,
            Elements elements,
            VerdictViews views) {
        this.matches = matches;
        this.policies = policies;
        this.portraits = portraits;
        this.enterprises = enterprises;
        this.declarations = declarations;
        this.contests = contests;
        this.elements = elements;
        this.views = views;
    }

    @GetMapping("/home/policies/{id}")
    String verdict(Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        return show(acting, page, id, Form.empty(), response, model);
    }

    /// What the verdict asks for is answered on the verdict: there it is judged again, and there a slip is mended.
    @PostMapping("/home/policies/{id}")
    String answer(
            Acting acting,
            Page page,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        Optional<Portrait> before = portraits.current(firm);
        Optional<Judgement> then = before.map(matches::standing);
        Optional<Match> match = then.flatMap(judgement -> judgement.of(id));
        if (match.isEmpty()) {
            return notJudged(id, response, model);
        }
        Form form = Form.of(request);
        Declarations.Answers answers = declarations.read(form, before.orElseThrow());
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, id, form, response, model);
        }
        if (!answers.values().isEmpty()) {
            declarations.record(firm, answers.values(), acting.account());
        }
        after.addFlashAttribute(
                ANSWERED,
                new Answered(answers.values().size(), match.get().verdict().name()));
        return "redirect:/home/policies/" + match.get().policy().id();
    }

    private String show(Acting acting, Page page, String id, Form form, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<Portrait> portrait = portraits.current(firm);
        Optional<Match> match = portrait.map(matches::standing).flatMap(judgement -> judgement.of(id));
        if (portrait.isEmpty() || match.isEmpty()) {
            return notJudged(id, response, model);
        }
        var origin = new ValueOrigin.Register(portrait.get(), acting.may(Purpose.ANSWER));
        Row data = match.get().contested().isEmpty() ? portrait.get() : new AsReported(portrait.get());
        VerdictView view = views.of(page, match.get(), data, origin);
        model.addAttribute("view", view);
        model.addAttribute("code", firm.value());
        model.addAttribute("inputs", inputs(view, origin));
        model.addAttribute("firm", name(firm));
        model.addAttribute("form", form);
        return "jte:policies/verdict";
    }

    @GetMapping("/home/history")
    String history(
            Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String sent, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        int moments = matches.history(firm, 0, 0).moments();
        Pager pager = Pager.of(sent, PAGE_SIZE, moments, "/home/history");
        model.addAttribute(
                "steps",
                new HistoryReader(page, elements, contests.of(firm, acting, 0, MOST_CONTESTS))
                        .read(
                                matches.history(firm, pager.offset(), PAGE_SIZE),
                                id -> page.say(title(id)),
                                this::expired));
        model.addAttribute("pager", pager);
        model.addAttribute("firm", name(firm));
        return "jte:policies/history";
    }

    /// A line of the history, judged again as it was then.
    @GetMapping("/home/history/{id}")
    String replay(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<RecordedMatch> found = matches.recorded(firm, id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("您的企业没有编号 " + id + " 的判断。", "Your firm has no verdict number " + id + "."),
                            new Words("从历次判断里找。", "Look for it among the earlier verdicts."),
                            Link.of("历次判断", "Earlier verdicts", "/home/history")));
            return "jte:ui/error";
        }
        RecordedMatch record = found.get();
        VerdictView view = matches.replay(record)
                .map(match -> views.of(page, match, record.row(), new ValueOrigin.Past()))
                .orElse(null);
        model.addAttribute("record", record);
        model.addAttribute("view", view);
        model.addAttribute("title", title(record.policyId()));
        model.addAttribute("known", policies.find(record.policyId()).isPresent());
        model.addAttribute(
                "inForce",
                policies.find(record.policyId())
                        .flatMap(policy -> policies.text(policy, page.today()))
                        .isPresent());
        model.addAttribute("firm", name(firm));
        return "jte:policies/replay";
    }

    private boolean expired(RecordedMatch end) {
        return policies.find(end.policyId()).stream()
                .flatMap(policy -> policy.versions().stream())
                .filter(text -> text.version().equals(end.version()))
                .anyMatch(text -> text.validTo() != null && text.validTo().isBefore(end.asOf()));
    }

    private Words title(String policyId) {
        return policies.find(policyId).map(PolicyDefinition::title).orElse(Words.same(policyId));
    }

    /// What the reader can answer on the spot: what decides, and what the amount needs.
    private List<ElementInput> inputs(VerdictView view, ValueOrigin origin) {
        return view.wanted().stream()
                .flatMap(id -> elements.find(id).stream())
                .filter(element -> origin.supply(element) != null)
                .map(element -> ElementInput.question(element, elements))
                .toList();
    }

    private String name(CreditCode firm) {
        return enterprises.find(firm).map(Enterprise::name).orElse(firm.value());
    }

    private String notJudged(String id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        Words title = title(id);
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words(
                                "“" + title.zh() + "”今天不在有效期内，没有判断。",
                                "“" + title.en() + "” is not in force today, so it is not judged."),
                        new Words("在政策库看它的起止日期。", "See its dates in the policy library."),
                        policies.find(id).isPresent()
                                ? Link.of("看这条政策", "See the policy", "/policies/" + id)
                                : Link.of("看政策库", "See all policies", "/policies")));
        return "jte:ui/error";
    }
}
