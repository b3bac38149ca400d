package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.web.StandardAddress.Rest;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A standard address, level by level; whoever promises that it is right brings no proof of it.
@Controller
class AddressPages {
    /// Entries of the form that hold an address to be registered.
    static final List<String> ELEMENTS = List.of("registeredAddress", "newAddress");

    private static final String PROMISE = "addressPromise";
    private static final String AREA = "operatingAreaCode";
    private static final String YES = "yes";

    /// What is promised, in the words that the person sees.
    private static final Option PROMISED = new Option(
            YES,
            new Words(
                    "我承诺：这个住所真实存在，我有权使用，可以用来经营，联系得上；不实的，登记可以撤销，由我负责",
                    "I promise that the address exists, that I may use it for business and can be reached"
                            + " there; if that is not true, the registration may be revoked and I am liable"),
            new Words(
                    "依据：《市场主体登记管理条例》第十七条（待核实）。承诺的，不用交住所证明；不承诺的，交租赁合同或者产权证明",
                    "Basis (to be verified): Regulations on the registration of market entities, article 17. With"
                            + " the promise no proof is needed; without it, bring lease or title"));

    private final Drafts drafts;
    private final DraftViews views;
    private final StandardAddress addresses;

    AddressPages(Drafts drafts, DraftViews views, StandardAddress addresses) {
        this.drafts = drafts;
        this.views = views;
        this.addresses = addresses;
    }

    /// The address that the form asks for; empty where it asks for none, or a department knows it.
    static Optional<String> asked(Draft draft) {
        return ELEMENTS.stream()
                .filter(element ->
                        draft.plan().field(element).isPresent() && draft.known().onRecord(element) == null)
                .findFirst();
    }

    @GetMapping("/applications/{id}/address")
    String choose(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "") String below,
            HttpServletResponse response,
            Model model) {
        Optional<Draft> draft =
                drafts.find(id, acting).filter(found -> asked(found).isPresent());
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.empty();
        if (Boolean.TRUE.equals(draft.get().known().value(PROMISE))) {
            form.with("promise", YES);
        }
        if (area != null) {
            return show(page, draft.get(), addresses.choice(below.isEmpty() ? area : below), form, model);
        }
        String said = said(draft.get());
        Optional<AddressChoice> chosen = addresses.choiceOf(said).filter(choice -> choice.next() == null);
        chosen.ifPresent(choice -> form.with(
                "road",
                said.substring(StandardAddress.written(choice, Rest.NONE).length())));
        return show(page, draft.get(), chosen.orElseGet(() -> addresses.choice("")), form, model);
    }

    /// The address as it was said before; empty where it was not.
    private static String said(Draft draft) {
        Object before = draft.known().value(asked(draft).orElseThrow());
        return before == null ? "" : before.toString();
    }

    private String show(Page page, Draft draft, AddressChoice choice, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("choice", choice);
        model.addAttribute("promise", promises(draft) ? List.of(PROMISED) : List.of());
        model.addAttribute("form", form);
        return "jte:applications/address";
    }

    /// Whether the plan lets a promise stand for the proof.
    private static boolean promises(Draft draft) {
        return draft.plan().field(PROMISE).isPresent()
                || draft.plan().questions().stream()
                        .anyMatch(question -> question.element().equals(PROMISE));
    }

    @PostMapping("/applications/{id}/address")
    String keep(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Draft> draft =
                drafts.find(id, acting).filter(found -> asked(found).isPresent());
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.of(request);
        AddressChoice choice = addresses.choice(form.value("area"));
        Rest rest = new Rest(form.value("road"), form.value("building"), form.value("room"));
        if (choice.next() != null) {
            form.reject("below", "先选到街道和社区（村）", "Choose street and community first");
        } else if (rest.tooLong()) {
            form.reject("road", "每一格最多 60 个字", "At most 60 characters in each field");
        } else if (!rest.numbered()) {
            form.reject("road", "写路名和门牌号，例如 演示路 8 号", "Write road and number, such as 演示路 8 号");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, draft.get(), choice, form, model);
        }
        drafts.say(id, acting, said(draft.get(), choice, rest, form.chosen("promise", YES)), Set.of());
        return "redirect:/applications/" + id + "/form#" + asked(draft.get()).orElseThrow();
    }

    private Map<String, Object> said(Draft draft, AddressChoice choice, Rest rest, boolean promised) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(asked(draft).orElseThrow(), StandardAddress.written(choice, rest));
        if (promises(draft)) {
            said.put(PROMISE, promised);
        }
        // Most firms work where they are registered; whoever said otherwise keeps that.
        Object before = draft.known().value(AREA);
        boolean followed = before == null
                || addresses
                        .choiceOf(said(draft))
                        .filter(address -> address.code().equals(before.toString()))
                        .isPresent();
        if (draft.plan().field(AREA).isPresent() && followed) {
            said.put(AREA, choice.code());
        }
        return said;
    }
}
