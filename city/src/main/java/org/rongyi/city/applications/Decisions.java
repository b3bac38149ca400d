package org.rongyi.city.applications;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Decisions implements Results {
    private final PartTable parts;
    private final ApplicationTable applications;
    private final Course course;
    private final Catalogue catalogue;
    private final Elements elements;
    private final Enterprises enterprises;
    private final CaseFiles files;
    private final Clock clock;

    Decisions(
            PartTable parts,
            ApplicationTable applications,
            Course course,
            Catalogue catalogue,
            Elements elements,
            Enterprises enterprises,
            CaseFiles files,
            Clock clock) {
        this.parts = parts;
        this.applications = applications;
        this.course = course;
        this.catalogue = catalogue;
        this.elements = elements;
        this.enterprises = enterprises;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<ElementDefinition> asked(long caseId) {
        return parts.ofCase(caseId).map(this::asked).orElse(List.of());
    }

    private List<ElementDefinition> asked(Row part) {
        Optional<ServiceItem> item = catalogue.item(part.item());
        Map<String, Object> stated = parts.stated(part);
        return item.stream()
                .flatMap(known -> known.yields().elements().stream()
                        .map(ServiceItem.Named::id)
                        .filter(known::brings))
                .filter(element -> !stated.containsKey(element))
                .flatMap(element -> elements.find(element).stream())
                .toList();
    }

    @Override
    @Transactional
    public Map<String, Words> state(long caseId, Map<String, Object> values, Acting by) {
        Row part = parts.ofCase(caseId)
                .orElseThrow(() -> new IllegalArgumentException("case (" + caseId + ") is of no application"));
        boolean handles = files.find(caseId)
                .filter(file -> by.has(Role.OFFICER) && by.person().department().equals(file.unit()))
                .isPresent();
        if (!handles) {
            throw new AccessDeniedException("(" + by.account() + ") decides nothing in the case (" + caseId + ")");
        }
        applications.lock(part.application());
        List<String> asked = asked(part).stream().map(ElementDefinition::id).toList();
        Map<String, Words> faults = new LinkedHashMap<>();
        Map<String, Object> stated = new LinkedHashMap<>();
        values.forEach((element, value) -> {
            Words fault = asked.contains(element) ? fault(element, value) : null;
            if (fault != null) {
                faults.put(element, fault);
            } else if (asked.contains(element)) {
                stated.put(element, value instanceof String text ? text.strip() : value);
            }
        });
        if (faults.isEmpty()) {
            parts.state(part, stated, by.account(), clock.instant());
            course.advance(part.application());
        }
        return faults;
    }

    private @Nullable Words fault(String element, Object value) {
        if (!element.equals(Knowledge.CREDIT_CODE)) {
            return null;
        }
        String code = Objects.toString(value).strip();
        Optional<CreditCode.Fault> wrong = CreditCode.faultIn(code);
        if (wrong.isPresent()) {
            return new Words(wrong.get().zh(), wrong.get().en());
        }
        return enterprises.find(new CreditCode(code)).isPresent()
                ? new Words("登记名册里已经有这个代码", "the register has a firm with this code already")
                : null;
    }
}
