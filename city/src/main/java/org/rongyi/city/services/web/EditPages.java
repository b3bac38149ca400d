package org.rongyi.city.services.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.ItemEditor;
import org.rongyi.city.services.ItemEditor.Trial;
import org.rongyi.city.services.ItemField;
import org.rongyi.city.services.ItemField.Kind;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Place;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceItem.OnlineDepth;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An administrator changes what an item says: tried first, published as a new version, with a reason.
@Controller
class EditPages {
    static final List<Option> DEPTHS = Stream.of(OnlineDepth.values())
            .map(depth -> Option.of(depth.name(), depth.words()))
            .toList();
    static final List<Option> YES_NO = List.of(Option.of("true", "是", "Yes"), Option.of("false", "不是", "No"));

    private final ItemEditor editor;
    private final Catalogue catalogue;

    EditPages(ItemEditor editor, Catalogue catalogue) {
        this.editor = editor;
        this.catalogue = catalogue;
    }

    @GetMapping("/admin/items")
    String list(Page page, Model model) {
        Map<String, List<Link>> items = new LinkedHashMap<>();
        catalogue.terms().departments().keySet().forEach(department -> items.put(department, new ArrayList<>()));
        catalogue
                .items()
                .forEach(item -> items.computeIfAbsent(item.department(), _ -> new ArrayList<>())
                        .add(new Link(item.name(), "/admin/items/" + item.id())));
        Map<String, List<Link>> named = new LinkedHashMap<>();
        items.forEach((department, links) -> {
            if (!links.isEmpty()) {
                named.put(page.say(ServiceWords.department(catalogue, department)), links);
            }
        });
        model.addAttribute("items", named);
        model.addAttribute("replaced", editor.replaced());
        return "jte:services/edit-list";
    }

    @GetMapping("/admin/items/{id}")
    String open(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Optional<ItemEditor.Open> found = editor.open(id);
        if (found.isEmpty()) {
            return unknown(response, model);
        }
        Form form = Form.empty().with("seen", found.get().version());
        found.get().values().forEach((field, value) -> fill(form, field, value));
        model.addAttribute("done", done.equals("1"));
        return show(page, id, form, null, model);
    }

    private static String unknown(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这个事项。", "There is no such item."),
                        new Words("从清单里选。", "Choose one of the list."),
                        Link.of("看事项清单", "To the items", "/admin/items")));
        return "jte:ui/error";
    }

    private static void fill(Form form, ItemField field, String value) {
        if (field.kind() == Kind.WORDS) {
            List<String> lines = value.lines().toList();
            form.with(field.name(), lines.isEmpty() ? "" : lines.getFirst());
            form.with(english(field), lines.size() < 2 ? "" : lines.get(1));
        } else {
            form.with(field.name(), value);
        }
    }

    private static String english(ItemField field) {
        return field.name() + "-en";
    }

    /// Rules that the form does not carry stay as they are; an empty field takes them out.
    static Map<ItemField, String> values(Form form) {
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        for (ItemField field : ItemField.values()) {
            if (field.kind() == Kind.RULES) {
                List<String> rules = form.values(field.name());
                if (!rules.isEmpty()) {
                    values.put(
                            field,
                            String.join("\n", rules).replaceAll("\\R", "\n").stripTrailing());
                }
                continue;
            }
            String value = form.value(field.name()).strip();
            boolean words = field.kind() == Kind.WORDS;
            String plain = words ? value.replaceAll("\\R", " ") : value.replaceAll("\\R", "\n");
            String english =
                    words ? form.value(english(field)).replaceAll("\\R", " ").strip() : "";
            values.put(field, english.isEmpty() ? plain : plain + "\n" + english);
        }
        return values;
    }

    private static FaultLine line(Page page, Fault fault) {
        Place place = fault.place();
        String at = Stream.of(ItemField.values())
                .filter(field -> field.name().equals(place.file()))
                .map(field -> page.say(
                        field.label().zh() + " 第 " + place.line() + " 行第 " + place.column() + " 列",
                        field.label().en() + ", line " + place.line() + ", column " + place.column()))
                .findFirst()
                .orElse("");
        return new FaultLine(at, fault.message(), fault.advice());
    }

    private String show(Page page, String id, Form form, @Nullable Trial trial, Model model) {
        ServiceItem item = catalogue.item(id).orElseThrow();
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute("trial", trial);
        model.addAttribute(
                "faults",
                trial == null
                        ? List.of()
                        : trial.faults().stream()
                                .map(fault -> line(page, fault))
                                .toList());
        model.addAttribute("history", editor.history(id));
        model.addAttribute("depths", DEPTHS);
        model.addAttribute("yesNo", YES_NO);
        return "jte:services/edit";
    }

    /// @param act check or publish
    @PostMapping("/admin/items/{id}")
    String change(
            Acting acting,
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "check") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (editor.open(id).isEmpty()) {
            return unknown(response, model);
        }
        Form form = Form.of(request);
        Map<ItemField, String> values = values(form);
        Trial trial = editor.tryOut(id, values);
        if (trial.changes().isEmpty()) {
            form.reject("NAME", "什么都没有改", "Nothing is changed");
        } else if (trial.sound() && act.equals("publish")) {
            if (form.value("reason").isBlank()) {
                form.reject("reason", "写一句为什么改", "Say why it is changed");
            } else {
                switch (editor.publish(id, form.value("seen"), values, form.value("reason"), acting)) {
                    case DONE -> {
                        return "redirect:/admin/items/" + id + "?done=1";
                    }
                    case STALE ->
                        form.reject(
                                "reason", "别人刚发布了新版本，打开再看一次", "Somebody published a version meanwhile: open it anew");
                    case NOT_SOUND -> form.reject("reason", "有错，不能发布", "It has faults and is not published");
                }
            }
        }
        if (form.hasFaults() || !trial.sound()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("done", false);
        return show(page, id, form, trial, model);
    }
}
