package org.rongyi.city.applications;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Finding.About;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.names.NameCheck;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.PaperFile;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.stereotype.Component;

/// Rules over form and papers, all of them at once. Whoever is asked to correct is asked once: so are these.
@Component
class PreReview {
    /// Names the rules as they stand here; it is kept with every verdict, so a changed rule gets another one.
    static final String VERSION = "2026-11e";

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}");
    private static final Set<String> IDENTITY_NUMBERS = Set.of("legalRepId", "newLegalRepId");
    private static final Set<String> NAMES = Set.of("entityName", "newName");
    private static final Set<String> POSITIVE = Set.of("premisesArea", "registeredCapital", "newCapital");
    private static final Set<String> VISITS = Set.of("bankVisitOn");
    private static final Set<String> ADDRESSES = Set.of("registeredAddress", "newAddress");
    private static final Words LICENSING = new Words("《行政许可法》第三十二条", "Administrative Licensing Law, article 32");
    private static final Words SAME_NAME = new Words("《企业名称登记管理规定》第十七条", "Regulations on enterprise names, article 17");
    private static final Words REGISTRATION =
            new Words("《市场主体登记管理条例》第十七条（待核实）", "Regulations on registration, article 17 (to be verified)");
    private static final Words GUIDE = new Words("填写要求", "how the form is to be filled in");

    private final Elements elements;
    private final Areas areas;
    private final Catalogue catalogue;
    private final NameCheck names;
    private final PaperCheck papers;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final CityWords city;

    PreReview(
            Elements elements,
            Areas areas,
            Catalogue catalogue,
            NameCheck names,
            PaperCheck papers,
            WorkingCalendar calendar,
            Clock clock,
            CityWords city) {
        this.elements = elements;
        this.areas = areas;
        this.catalogue = catalogue;
        this.names = names;
        this.papers = papers;
        this.calendar = calendar;
        this.clock = clock;
        this.city = city;
    }

    List<Finding> of(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        for (JourneyPlan.Question question : draft.plan().questions()) {
            findings.add(new Finding(
                    "open-question",
                    About.QUESTION,
                    question.element(),
                    new Words("这个问题没有回答：" + items(question, true), "This is not answered: " + items(question, false)),
                    LICENSING,
                    new Words("回答它，或者问部门", "Answer it, or ask the department")));
        }
        for (JourneyPlan.Field field : draft.plan().form()) {
            Object value = draft.known().value(field.element());
            if (value == null && field.origin() == JourneyPlan.Origin.ASKED) {
                findings.add(
                        value("missing", field.element(), "没有填", "is not filled in", LICENSING, "填上", "Fill it in"));
            } else if (value != null && draft.application().said().containsKey(field.element())) {
                check(field.element(), value, draft.application(), draft.known(), findings);
            }
        }
        draft.plan().papers().stream()
                .filter(JourneyPlan.Paper::handedIn)
                .map(JourneyPlan.Paper::id)
                .forEach(paper -> paper(paper, draft.application().papers().get(paper), draft.known(), findings));
        return List.copyOf(findings);
    }

    /// The same over what a correction changes.
    ///
    /// @param form as it stands after it
    List<Finding> of(
            Application corrected,
            Map<String, Object> form,
            Map<String, ? extends @Nullable Object> values,
            Map<String, Brought> papers) {
        List<Finding> findings = new ArrayList<>();
        Knowledge known = new Knowledge(form, null);
        values.forEach((element, value) -> {
            if (value == null) {
                findings.add(value("missing", element, "没有填", "is not filled in", LICENSING, "填上", "Fill it in"));
            } else {
                check(element, value, corrected, known, findings);
            }
        });
        papers.forEach((paper, brought) -> paper(paper, brought, known, findings));
        return List.copyOf(findings);
    }

    private String items(JourneyPlan.Question question, boolean chinese) {
        List<Words> names = question.items().stream()
                .flatMap(item -> catalogue.item(item).stream())
                .map(item -> item.name())
                .toList();
        return chinese
                ? String.join("、", names.stream().map(Words::zh).toList()) + "办不办，要看它"
                : "whether you need "
                        + String.join(", ", names.stream().map(Words::en).toList());
    }

    private void check(String element, Object value, Application application, Knowledge known, List<Finding> findings) {
        if (IDENTITY_NUMBERS.contains(element)) {
            identity(element, value.toString()).ifPresent(findings::add);
        }
        if (element.equals("contactPhone") && !phone(value.toString())) {
            findings.add(value(
                    "phone",
                    element,
                    "不像电话号码",
                    "does not look like a telephone number",
                    GUIDE,
                    "填 11 位手机号，或者区号加座机号",
                    "Enter a mobile number of 11 digits, or area code and number"));
        }
        if (NAMES.contains(element)) {
            name(element, value.toString(), application, known, findings);
        }
        if (ADDRESSES.contains(element) && value.toString().chars().noneMatch(PreReview::isNumeral)) {
            findings.add(value(
                    "address",
                    element,
                    "没有门牌号",
                    "has no house number",
                    GUIDE,
                    "写到门牌号",
                    "Write it down to the house number"));
        }
        if (ADDRESSES.contains(element)
                && Boolean.TRUE.equals(known.value("addressPromise"))
                && areas.recognise(value.toString())
                        .filter(area -> area.level() != Area.Level.DISTRICT)
                        .isEmpty()) {
            findings.add(value(
                    "address-standard",
                    element,
                    "和标准地址对不上，不能用承诺代替证明",
                    "is no standard address, so a promise does not replace the proof",
                    REGISTRATION,
                    "从标准地址里选，或者交住所证明",
                    "Choose a standard address, or bring the proof"));
        }
        if (value instanceof BigDecimal number) {
            number(element, number, findings);
        }
        if (VISITS.contains(element) && value instanceof LocalDate day) {
            visit(element, day, findings);
        }
    }

    private static boolean isNumeral(int character) {
        return Character.isDigit(character) || "一二三四五六七八九十".indexOf(character) >= 0;
    }

    private static boolean phone(String text) {
        String plain = text.replace(" ", "");
        return MOBILE.matcher(plain).matches() || LANDLINE.matcher(plain).matches();
    }

    private Optional<Finding> identity(String element, String number) {
        String fault = IdentityNumber.faultIn(number.strip(), today());
        return fault == null
                ? Optional.empty()
                : Optional.of(value(
                        "identity-number",
                        element,
                        fault,
                        "is no valid identity number",
                        new Words("GB 11643-1999", "GB 11643-1999"),
                        "对着身份证再核对一遍",
                        "Compare it with the identity card"));
    }

    /// A name is looked at, never refused: the registration decides.
    private void name(String element, String name, Application application, Knowledge known, List<Finding> findings) {
        NameCheck.Report report = names.check(name, company(known), application.firm());
        for (NameCheck.Fault fault : report.faults()) {
            findings.add(value(
                    fault.rule(),
                    element,
                    fault.what().zh(),
                    fault.what().en(),
                    fault.basis(),
                    fault.mend().zh(),
                    fault.mend().en()));
        }
        report.alike().stream().findFirst().ifPresent(alike -> {
            boolean same = alike.how() == NameCheck.How.SAME;
            findings.add(value(
                    same ? "same-name" : "similar-name",
                    element,
                    same
                            ? "登记名册里已经有同名的企业"
                            : "和“" + alike.name() + "”" + alike.how().words().zh(),
                    same
                            ? "is the name of a firm that exists"
                            : "is close to " + alike.name() + ": "
                                    + alike.how().words().en(),
                    SAME_NAME,
                    "换一个字号",
                    "Choose another name"));
        });
    }

    /// Whether the law wants the form of the firm in its name.
    static boolean company(Knowledge known) {
        Object type = known.value("entityType");
        return "有限责任公司".equals(type) || "股份有限公司".equals(type);
    }

    private void number(String element, BigDecimal number, List<Finding> findings) {
        boolean positive = POSITIVE.contains(element);
        if (number.signum() < 0 || positive && number.signum() == 0) {
            findings.add(value(
                    "number",
                    element,
                    positive ? "要大于 0" : "不能小于 0",
                    positive ? "must be more than 0" : "must not be less than 0",
                    GUIDE,
                    "改成实际的数",
                    "Enter the real number"));
        }
        boolean people = elements.find(element)
                .map(ElementDefinition::unit)
                .filter(unit -> unit.zh().equals("人") || unit.zh().equals("个"))
                .isPresent();
        if (people && number.stripTrailingZeros().scale() > 0) {
            findings.add(value(
                    "whole-number", element, "要是整数", "must be a whole number", GUIDE, "填整数", "Enter a whole number"));
        }
    }

    private void visit(String element, LocalDate day, List<Finding> findings) {
        boolean past = day.isBefore(today());
        if (past || !working(day)) {
            findings.add(value(
                    "visit",
                    element,
                    past ? "已经过了" : "不是工作日",
                    past ? "is past" : "is no working day",
                    GUIDE,
                    "选今天以后的一个工作日",
                    "Choose a working day from today on"));
        }
    }

    private boolean working(LocalDate day) {
        try {
            return calendar.isWorkingDay(day);
        } catch (CalendarYearMissing notPublishedYet) {
            return true;
        }
    }

    private void paper(String paper, @Nullable Brought way, Knowledge known, List<Finding> findings) {
        if (way == null) {
            findings.add(paper(
                    "paper-open", paper, "还没有说怎么交", "is not there yet", "上传，或者选“带到部门交”", "Upload it, or bring it"));
        } else if (way.file() != null && way.file().size() < PaperFile.SMALLEST) {
            findings.add(paper(
                    "paper-small",
                    paper,
                    "文件太小，可能是空白或者损坏",
                    "is so small that it may be blank or damaged",
                    "打开看一下，重新拍或者重新存",
                    "Open it, and take or save it again"));
        } else if (way.file() != null && way.file().cut()) {
            findings.add(paper(
                    "paper-cut",
                    paper,
                    "文件不完整，部门可能打不开",
                    "is cut off: the department may not be able to open it",
                    "重新存一次再上传",
                    "Save it again and upload it"));
        } else if (way.file() != null) {
            papers.of(way.file().id(), paper, known).forEach(fault -> {
                Words mend = fault.mend();
                findings.add(paper(
                        fault.rule(), paper, fault.reason().zh(), fault.reason().en(), mend.zh(), mend.en()));
            });
        }
    }

    private Finding value(
            String rule, String element, String zh, String en, Words basis, String zhMend, String enMend) {
        Words name = elements.find(element).map(ElementDefinition::name).orElse(Words.same(element));
        return new Finding(
                rule,
                About.VALUE,
                element,
                new Words(name.zh() + zh, capital(name.en()) + " " + en),
                basis,
                new Words(zhMend, enMend));
    }

    private Finding paper(String rule, String paper, String zh, String en, String zhMend, String enMend) {
        ServiceTerms terms = catalogue.terms();
        Words name = terms.material(paper)
                .map(ServiceTerms.Material::name)
                .or(() -> terms.licence(paper).map(ServiceTerms.LicenceType::name))
                .orElse(Words.same(paper));
        return new Finding(
                rule,
                About.PAPER,
                paper,
                new Words(name.zh() + zh, name.en() + " " + en),
                LICENSING,
                new Words(zhMend, enMend));
    }

    private static String capital(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }
}
