package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Declarations;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One value of the firm: where it comes from, how it came to be, and what the firm can do about it.
@Controller
@RequestMapping("/my/data/{id}")
class MyElementPages {
    private static final String REASON = "reason";
    private static final Words CLAIM = new Words("正确的应该是（选填）", "What is right (optional)");

    private final Elements elements;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Contests contests;
    private final Declarations declarations;
    private final ElementReader reader;

    MyElementPages(
            Elements elements,
            Enterprises enterprises,
            Portraits portraits,
            Contests contests,
            Declarations declarations,
            ElementReader reader) {
        this.elements = elements;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.contests = contests;
        this.declarations = declarations;
        this.reader = reader;
    }

    @GetMapping
    String show(
            Acting acting,
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        return element(acting, id)
                .map(element -> {
                    model.addAttribute("view", reader.view(page, acting, firm, element, portrait(firm, page)));
                    model.addAttribute("done", done);
                    return "jte:enterprises/my-element";
                })
                .orElseGet(() -> unknown(id, response, model));
    }

    @GetMapping("/contest")
    String askContest(Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.CONTEST);
        Optional<ElementDefinition> element = element(acting, id);
        if (element.isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (fact == null || fact.selfDeclared() || fact.contested()) {
            return here(id, fact != null && fact.contested() ? "before" : "nothing");
        }
        return contestForm(page, element.get(), fact, Form.empty(), model);
    }

    @PostMapping("/contest")
    String contest(
            Acting acting,
            Page page,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.CONTEST);
        Optional<ElementDefinition> element = element(acting, id);
        if (element.isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (fact == null || fact.selfDeclared()) {
            return here(id, "nothing");
        }
        Form form = Form.of(request);
        Object claimed = claimed(form, element.get(), fact);
        checkReason(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return contestForm(page, element.get(), fact, form, model);
        }
        return switch (contests.open(firm, id, claimed, form.value(REASON), acting.account())) {
            case Contests.Opening.Opened opened -> here(id, "contested");
            case Contests.Opening.AlreadyOpen before -> here(id, "before");
            case Contests.Opening.NothingToContest nothing -> here(id, "nothing");
        };
    }

    private @Nullable Object claimed(Form form, ElementDefinition element, Portrait.Fact fact) {
        Object claimed = claim(element).read(form).orElse(null);
        if (claimed != null && ContestDecision.same(claimed, fact.value())) {
            form.reject(
                    element.id(),
                    "这就是现在的值，写您认为正确的值，或者空着",
                    "This is the present value. Give the right one, or leave it empty");
        }
        return claimed;
    }

    private static void checkReason(Form form) {
        String reason = form.value(REASON);
        if (reason.isEmpty()) {
            form.reject(REASON, "写明哪里不对", "Say what is wrong");
        } else if (reason.length() > Contests.LONGEST_TEXT) {
            form.reject(
                    REASON,
                    "最多 1,000 个字，现在有 " + reason.length() + " 个",
                    "At most 1,000 characters; now there are " + reason.length());
        }
    }

    private String contestForm(Page page, ElementDefinition element, Portrait.Fact fact, Form form, Model model) {
        model.addAttribute("element", element);
        model.addAttribute("value", ElementWords.value(page, elements, element, fact.value()));
        model.addAttribute("from", reader.from(page, fact));
        model.addAttribute("department", reader.department(page, element, fact));
        model.addAttribute("input", claim(element));
        model.addAttribute("form", form);
        return "jte:enterprises/my-contest";
    }

    private ElementInput claim(ElementDefinition element) {
        return ElementInput.claim(element, CLAIM, elements);
    }

    @GetMapping("/declare")
    String askDeclaration(
            Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        Optional<ElementDefinition> element = element(acting, id);
        if (element.isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (!Declarations.allowed(element.get(), fact)) {
            return here(id, "known");
        }
        Form form = Form.empty();
        ElementInput input = ElementInput.entry(element.get(), elements);
        if (fact != null) {
            input.fill(form, fact.value());
        }
        return declarationForm(element.get(), input, form, model);
    }

    @PostMapping("/declare")
    String declare(
            Acting acting,
            Page page,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        Optional<ElementDefinition> element = element(acting, id);
        if (element.isEmpty() || enterprises.find(firm).isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (!Declarations.allowed(element.get(), fact)) {
            return here(id, "known");
        }
        Form form = Form.of(request);
        ElementInput input = ElementInput.entry(element.get(), elements);
        Optional<Object> value = input.read(form);
        if (value.isEmpty()) {
            if (!form.hasFaults()) {
                form.reject(id, "填好再保存；不知道就先不补", "Fill it in, or leave it for later if you do not know");
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return declarationForm(element.get(), input, form, model);
        }
        declarations.record(firm, Map.of(id, value.get()), acting.account());
        return here(id, "declared");
    }

    private static String declarationForm(ElementDefinition element, ElementInput input, Form form, Model model) {
        model.addAttribute("element", element);
        model.addAttribute("input", input);
        model.addAttribute("form", form);
        return "jte:enterprises/my-declare";
    }

    @GetMapping("/withdraw")
    String askToWithdraw(Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        Optional<ElementDefinition> element = element(acting, id);
        if (element.isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (fact == null || !fact.selfDeclared()) {
            return here(id, "nothing");
        }
        model.addAttribute("element", element.get());
        model.addAttribute("value", ElementWords.value(page, elements, element.get(), fact.value()));
        return "jte:enterprises/my-withdraw";
    }

    @PostMapping("/withdraw")
    String withdraw(Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        if (element(acting, id).isEmpty()) {
            return unknown(id, response, model);
        }
        Portrait.Fact fact = portrait(firm, page).facts().get(id);
        if (fact == null || !fact.selfDeclared()) {
            return here(id, "nothing");
        }
        declarations.record(firm, Collections.singletonMap(id, null), acting.account());
        return here(id, "withdrawn");
    }

    private Portrait portrait(CreditCode firm, Page page) {
        return portraits.current(firm).orElseGet(() -> new Portrait(firm, page.today(), Map.of()));
    }

    /// Only by its id, and only when this person may see it.
    private Optional<ElementDefinition> element(Acting acting, String id) {
        return elements.find(id)
                .filter(element -> Objects.equals(element.id(), id))
                .filter(Sight.ofFirm(acting)::covers);
    }

    private static String here(String id, String done) {
        return "redirect:/my/data/" + id + "?done=" + done;
    }

    private static String unknown(String id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("您的数据里没有“" + id + "”。", "Your data have no “" + id + "”."),
                        new Words("从“我的数据”里点开要看的一项。", "Open the value that you want from “My data”."),
                        Link.of("我的数据", "My data", "/my/data")));
        return "jte:ui/error";
    }
}
