package org.rongyi.city.applications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Row;
import org.rongyi.texts.pages.Reading;
import org.springframework.stereotype.Component;

/// Compares what was read in a paper with what the form says.
@Component
class PaperCheck {
    private static final Words FORM_OR_PAPER =
            new Words("对一下原件：材料不对就换一份，表填错了就改表", "Compare with the original: bring another paper, or change the form");
    private static final List<String> NAMES = List.of("entityName", "newName");
    private static final List<String> REPRESENTATIVES = List.of("legalRepName", "newLegalRep");

    /// Papers of the firm itself. Others name whoever wrote them, too: a landlord, a laboratory, an employee.
    private static final Set<String> OWN = Set.of(
            "articles",
            "new-articles",
            "appointment",
            "change-decision",
            "business-licence",
            "business-licence-copy",
            "food-permit",
            "food-permit-copy",
            "drug-permit",
            "drug-permit-copy",
            "identity");

    private final ReadingTable readings;
    private final Clock clock;
    private final CityWords city;

    PaperCheck(ReadingTable readings, Clock clock, CityWords city) {
        this.readings = readings;
        this.clock = clock;
        this.city = city;
    }

    /// @param reason follows the name of the paper
    record Fault(String rule, Words reason, Words mend) {}

    /// None while the file waits to be read.
    List<Fault> of(long file, String paper, Row form) {
        return readings.find(file)
                .map(reading -> faults(reading, paper, form, LocalDate.ofInstant(clock.instant(), city.zone())))
                .orElse(List.of());
    }

    static List<Fault> faults(Reading reading, String paper, Row form, LocalDate today) {
        PaperText text = PaperText.of(reading.text(), reading.state() == Reading.State.TEXT);
        return switch (reading.state()) {
            case UNREADABLE ->
                List.of(new Fault(
                        "paper-unreadable",
                        new Words("打不开", "cannot be opened"),
                        new Words("自己打开看看；有密码的去掉密码，坏了的重新存", "Open it yourself; remove a password, or save it again")));
            case BLANK ->
                List.of(new Fault(
                        "paper-blank",
                        new Words("上面什么都没有", "has nothing on it"),
                        new Words("换成有内容的那一份", "Bring the one with something on it")));
            case SKIPPED -> List.of();
            case TEXT, PICTURE ->
                Stream.concat(
                                OWN.contains(paper)
                                        ? Stream.of(
                                                name(text, form),
                                                code(text, form),
                                                person(text, form),
                                                identity(text, form, today))
                                        : Stream.empty(),
                                Stream.of(expired(text, today)))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }

    private static List<String> said(Row form, List<String> elements) {
        return elements.stream()
                .map(form::value)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static Optional<Fault> name(PaperText text, Row form) {
        List<String> names = said(form, NAMES);
        return names.isEmpty() || names.stream().anyMatch(text::names)
                ? Optional.empty()
                : text.firm()
                        .filter(read -> names.stream().noneMatch(name -> text.same(read, name)))
                        .map(read -> differs("paper-name", read, names.getLast()));
    }

    private static Fault differs(String rule, String read, String said) {
        return new Fault(
                rule,
                new Words(
                        "上写的是“" + read + "”，表上填的是“" + said + "”", "says “" + read + "”, the form says “" + said + "”"),
                FORM_OR_PAPER);
    }

    private static Optional<Fault> code(PaperText text, Row form) {
        Set<String> read = text.codes();
        return Optional.ofNullable(form.value(Knowledge.CREDIT_CODE))
                .map(Object::toString)
                .filter(code -> CreditCode.faultIn(code).isEmpty() && !read.isEmpty() && !read.contains(code))
                .map(code -> differs("paper-code", read.iterator().next(), code));
    }

    private static Optional<Fault> person(PaperText text, Row form) {
        List<String> people = said(form, REPRESENTATIVES);
        return people.isEmpty() || people.stream().anyMatch(text::names)
                ? Optional.empty()
                : text.legalRepresentative()
                        .filter(read -> people.stream().noneMatch(person -> text.same(read, person)))
                        .map(read -> differs("paper-person", read, people.getLast()));
    }

    /// Numbers of people are compared and not repeated.
    private static Optional<Fault> identity(PaperText text, Row form, LocalDate today) {
        List<String> numbers = said(form, List.of("legalRepId", "newLegalRepId")).stream()
                .map(number -> number.strip().toUpperCase(Locale.ROOT))
                .toList();
        Set<String> read = text.identityNumbers(today);
        boolean about = said(form, REPRESENTATIVES).stream().anyMatch(text::names);
        return numbers.isEmpty() || read.isEmpty() || !about || numbers.stream().anyMatch(read::contains)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "paper-identity",
                        new Words("上的证件号和表上填的不一样", "has another identity number than the form"),
                        FORM_OR_PAPER));
    }

    private static Optional<Fault> expired(PaperText text, LocalDate today) {
        return text.validUntil()
                .filter(end -> end.isBefore(today))
                .map(end -> new Fault(
                        "paper-expired",
                        text.exact()
                                ? new Words("上的有效期到 " + end + "，已经过了", "was valid until " + end)
                                : new Words("上的有效期好像到 " + end + "，可能已经过了", "may have run out on " + end),
                        new Words("换成还在有效期里的", "Bring one that is still valid")));
    }
}
