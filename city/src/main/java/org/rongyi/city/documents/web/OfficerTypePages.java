package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rongyi.city.documents.Issuers;
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

/// For those who issue licences: types and templates, a preview, all of a type issued anew.
@Controller
@RequestMapping("/officer/licence-types")
class OfficerTypePages {
    private static final String REASON = "reason";

    private final Issuers issuers;

    OfficerTypePages(Issuers issuers) {
        this.issuers = issuers;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        String unit = acting.person().department();
        model.addAttribute("types", issuers.types(unit));
        List<Issuers.Run> runs = issuers.runs(unit);
        model.addAttribute(
                "runs",
                runs.stream()
                        .map(run -> new RunView(
                                issuers.types(unit).stream()
                                        .filter(type -> type.id().equals(run.type()))
                                        .map(type -> page.say(type.name()))
                                        .findFirst()
                                        .orElse(run.type()),
                                run.reason(),
                                page.moment(run.begunAt()),
                                run.done(),
                                run.failed(),
                                run.total(),
                                run.ended()))
                        .toList());
        return "jte:documents/types";
    }

    @GetMapping("/{type}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String type) {
        return issuers.preview(type)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(pdf))
                .orElse(ResponseEntity.notFound().build());
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
            case BEGUN -> {
                return "redirect:/officer/licence-types";
            }
            case NO_TYPE -> {
                return LicenceWords.notFound(response, model);
            }
            case NO_REASON -> form.reject(REASON, "写明理由，企业会看到", "Say why; the firms read it");
            case RUNNING -> form.reject(REASON, "这种证照正在换发，等它结束", "It is being done; wait for its end");
            case NOTHING -> form.reject(REASON, "本部门没有发过有效的这种证照", "Your department has issued none that counts");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(acting, type, form, response, model);
    }
}
