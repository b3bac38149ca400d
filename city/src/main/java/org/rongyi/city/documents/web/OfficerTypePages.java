package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.city.documents.Issuers;
import org.rongyi.city.documents.Issuers.Run;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// For those who issue licences: types and templates, a preview, all of a type issued anew.
@Controller
@RequestMapping("/officer/licence-types")
class OfficerTypePages {
    static final String SAYS = "says";
    private static final String LIST = "redirect:/officer/licence-types";
    private static final String REASON = "reason";

    private final Issuers issuers;

    OfficerTypePages(Issuers issuers) {
        this.issuers = issuers;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        String unit = acting.person().department();
        List<Issuers.Type> types = issuers.types(unit);
        Map<String, String> names =
                types.stream().collect(Collectors.toMap(Issuers.Type::id, type -> page.say(type.name())));
        model.addAttribute("types", types);
        model.addAttribute(
                "runs",
                issuers.runs(unit).stream()
                        .map(run -> view(page, acting, run, names.getOrDefault(run.type(), run.type())))
                        .toList());
        model.addAttribute(SAYS, model.getAttribute(SAYS) instanceof String says ? says : null);
        return "jte:documents/types";
    }

    private static RunView view(Page page, Acting acting, Run run, String type) {
        String second = run.second();
        String who = page.moment(run.begunAt()) + page.say("，", ", ") + run.person();
        String said = run.dropped() ? page.say("，不换：", ", not done: ") : page.say("，确认：", ", confirmed: ");
        return new RunView(
                type,
                says(page, run),
                second == null ? who : who + said + second,
                run.reason(),
                run.waits() ? "/officer/licence-types/" + run.type() + "/reissue/" + run.id() : null,
                run.account().equals(acting.account()));
    }

    private static String template(Page page, Run run) {
        Integer version = run.template();
        if (version == null) {
            return page.say("模板没有记下", "template not noted");
        }
        return version == 0
                ? page.say("用原来的模板", "by the original template")
                : page.say("用第 " + version + " 版模板", "by version " + version + " of the template");
    }

    private static String says(Page page, Run run) {
        if (run.waits()) {
            return page.say(
                    run.total() + " 份，" + template(page, run) + "，等第二人确认",
                    run.total() + ", " + template(page, run) + ", waiting for a second person");
        }
        if (run.dropped()) {
            return page.say("没有换", "not done");
        }
        return page.say(run.done() + " / " + run.total() + " 份", run.done() + " of " + run.total())
                + (run.ended() ? page.say("，完成", ", done") : page.say("，进行中", ", going on"))
                + (run.failed() == 0
                        ? ""
                        : page.say("，换不成的 " + run.failed() + " 份", ", " + run.failed() + " could not be"));
    }

    @GetMapping("/{type}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String type) {
        return issuers.preview(type)
                .map(OfficerTypePages::pdf)
                .orElse(ResponseEntity.notFound().build());
    }

    static ResponseEntity<byte[]> pdf(byte[] page) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .body(page);
    }

    @GetMapping("/{type}/reissue")
    String ask(Acting acting, Page page, @PathVariable String type, HttpServletResponse response, Model model) {
        return ask(acting, type, Form.empty(), response, model);
    }

    private String ask(Acting acting, String id, Form form, HttpServletResponse response, Model model) {
        Issuers.Type type = issuers.types(acting.person().department()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (type == null) {
            return LicenceWords.notFound(response, model);
        }
        model.addAttribute("type", type);
        model.addAttribute("many", type.running() > issuers.alone());
        model.addAttribute("form", form);
        return "jte:documents/reissue";
    }

    @PostMapping("/{type}/reissue")
    String reissue(
            Acting acting,
            @PathVariable String type,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        switch (issuers.reissue(acting, type, form.value(REASON))) {
            case BEGUN, WAITS -> {
                return LIST;
            }
            case NO_TYPE -> {
                return LicenceWords.notFound(response, model);
            }
            case NO_REASON -> form.reject(REASON, "写明理由，企业会看到", "Say why; the firms read it");
            case RUNNING -> form.reject(REASON, "这种证照正在换发或者等确认，等它结束", "It is being done or waits; wait for its end");
            case NOTHING -> form.reject(REASON, "本部门没有发过有效的这种证照", "Your department has issued none that counts");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(acting, type, form, response, model);
    }

    /// @param act yes or no
    @PostMapping("/{type}/reissue/{run}")
    String confirm(
            Acting acting,
            Page page,
            @PathVariable String type,
            @PathVariable long run,
            @RequestParam(defaultValue = "no") String act,
            RedirectAttributes after) {
        String says = switch (issuers.confirm(acting, run, act.equals("yes"))) {
            case DONE ->
                act.equals("yes") ? page.say("确认了，开始换发。", "Confirmed; it has begun.") : page.say("不换了。", "Not done.");
            case YOUR_OWN -> page.say("自己提的，要同事来确认。", "You asked for it yourself: a colleague confirms it.");
            case OTHER_TEMPLATE ->
                page.say("提出之后模板改过了：点“不换”，再重新提。", "The template was changed since: say no, and ask anew.");
            case NOT_NOW -> page.say("这一次已经有人处理了。", "Somebody has dealt with it already.");
        };
        after.addFlashAttribute(SAYS, says);
        return LIST;
    }
}
