package org.rongyi.city.applications.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.web.NameView.Line;
import org.rongyi.city.names.NameCheck;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Says beside the form how a chosen name stands.
@Component
class NameViews {
    static final List<String> ELEMENTS = List.of("entityName", "newName");

    private final NameCheck names;

    NameViews(NameCheck names) {
        this.names = names;
    }

    /// Empty where the form asks for no name.
    Optional<NameView> of(Page page, Draft draft) {
        return ELEMENTS.stream()
                .filter(element ->
                        draft.plan().field(element).isPresent() && draft.known().onRecord(element) == null)
                .findFirst()
                .map(element -> view(page, draft, element));
    }

    private NameView view(Page page, Draft draft, String element) {
        Object name = draft.known().value(element);
        if (name == null) {
            return new NameView(element, null, false, "", List.of(), List.of(), List.of());
        }
        NameCheck.Report report = names.check(
                name.toString(), draft.company(), draft.application().firm());
        return new NameView(
                element,
                says(page, report),
                report.clear(),
                parts(page, report.parts()),
                report.faults().stream()
                        .map(fault -> new Line(page.say(fault.what()), page.say(fault.mend())))
                        .toList(),
                report.alike().stream()
                        .map(alike ->
                                new Line(alike.name(), page.say(alike.how().words())))
                        .toList(),
                report.free());
    }

    private static String says(Page page, NameCheck.Report report) {
        if (!report.faults().isEmpty()) {
            return page.say("这个名称有要改的地方", "This name has something to mend");
        }
        if (!report.alike().isEmpty()) {
            return page.say("有很像的名称，登记时可能通不过", "There are names very close to it; the registration may refuse it");
        }
        return report.whole()
                ? page.say("没有发现一样或者很像的名称", "No name that is the same or close was found")
                : page.say("登记名册还在读，先看到这里", "The register is still being read; so far nothing was found");
    }

    private static String parts(Page page, NameCheck.Parts parts) {
        return Stream.of(
                        part(page.say("行政区划", "area"), parts.area()),
                        part(page.say("字号", "trade name"), parts.tradeName()),
                        part(page.say("行业", "industry"), parts.industry()),
                        part(page.say("组织形式", "form"), parts.form()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + " " + value;
    }
}
