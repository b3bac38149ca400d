package org.rongyi.city.elements;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.column.Table;

/// One field of a form that asks for the value of a stored element, whoever asks and whatever for: template
/// `elements/field`. The field is named by the element's id.
public final class ElementInput {
    /// What is sent for "not sure"; no code of a classification looks like it.
    public static final String NOT_SURE = "?";

    /// "None of these" of a set: a set that is known to be empty is empty, not missing.
    public static final String NONE = "-";

    public static final Option UNSURE = Option.of(NOT_SURE, "不清楚", "Not sure");
    private static final String YES = "yes";
    private static final String NO = "no";
    /// From here on a list is chosen from a select instead of radios.
    private static final int LONG_LIST = 7;
    private static final int MOST_OFFERED = 6;
    private static final int LONGEST_TEXT = 1000;
    /// Nothing that a firm reports has more digits before the point: a slip of the keyboard is caught here.
    private static final int MOST_DIGITS = 12;
    /// The columns of a city have room for so many of every number. One more would have them built anew, for all firms,
    /// because of what somebody typed.
    private static final int MOST_DECIMALS = Table.TYPED_DECIMALS;
    /// Nothing that a firm reports lies outside: a slip of the keyboard is caught here too.
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    /// From here on a list is typed, with suggestions.
    private static final int TYPED_LIST = 100;

    private final ElementDefinition element;
    private final Words label;
    private final boolean unsure;
    private final List<Option> options;
    private final @Nullable CodeFinder finder;
    private final @Nullable Object kept;

    private ElementInput(ElementDefinition element, Words label, boolean unsure, Elements elements) {
        this.element = element;
        this.label = label;
        this.unsure = unsure;
        this.kept = null;
        Classification codes =
                elements.definitions().classificationOf(element.id()).orElse(null);
        this.finder = codes != null
                        && element.element().type() == ValueType.CODE
                        && codes.entries().size() > TYPED_LIST
                ? new CodeFinder(codes)
                : null;
        this.options = finder == null ? options(element, codes) : List.of();
    }

    /// A question to somebody who may not know: with "not sure".
    public static ElementInput question(ElementDefinition element, Elements elements) {
        Words ask = element.ask();
        return new ElementInput(element, ask == null ? element.name() : ask, true, elements);
    }

    /// A value that somebody enters.
    public static ElementInput entry(ElementDefinition element, Elements elements) {
        return new ElementInput(element, element.name(), false, elements);
    }

    /// A value that somebody may know, asked for in other words.
    public static ElementInput claim(ElementDefinition element, Words label, Elements elements) {
        return new ElementInput(element, label, true, elements);
    }

    private ElementInput(ElementInput input, @Nullable Object kept) {
        this.element = input.element;
        this.label = input.label;
        this.unsure = input.unsure;
        this.options = input.options;
        this.finder = input.finder;
        this.kept = kept;
    }

    /// The same field, filled with what is on record: sent back as it was, it is taken whatever its digits, because
    /// nobody typed them.
    public ElementInput keeping(@Nullable Object onRecord) {
        return new ElementInput(this, onRecord);
    }

    public ElementDefinition element() {
        return element;
    }

    /// What is asked.
    public Words label() {
        return label;
    }

    /// The values to choose from; empty where something is typed.
    public List<Option> options() {
        return options;
    }

    /// What a typed field offers: the entries of a classification that is too long to choose from.
    public List<Option> suggestions() {
        CodeFinder codes = finder;
        return codes == null
                ? List.of()
                : codes.suggestions().stream().map(ElementInput::option).toList();
    }

    /// Whether "not sure" is offered, so that a question can be left open in so many words.
    public boolean unsure() {
        return unsure;
    }

    public String name() {
        return element.id();
    }

    public ValueType type() {
        return element.element().type();
    }

    public boolean longList() {
        return options.size() > LONG_LIST;
    }

    /// The options, and "not sure" where it is offered.
    public List<Option> choices() {
        if (!unsure) {
            return options;
        }
        List<Option> all = new ArrayList<>(options);
        all.add(UNSURE);
        return List.copyOf(all);
    }

    /// Whether the visitor left the question open, by "not sure" or by saying nothing.
    public boolean open(Form form) {
        List<String> sent = form.values(name());
        return sent.stream().allMatch(String::isBlank) || sent.contains(NOT_SURE);
    }

    /// The value as the dictionary types it; empty when the field was left open, or when it is wrong: then the form has
    /// the fault.
    public Optional<Object> read(Form form) {
        if (open(form)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (type()) {
                    case NUMBER -> number(form);
                    case TEXT -> text(form);
                    case CODE, BOOLEAN -> chosen(form);
                    case CODES -> several(form);
                    case DATE -> date(form);
                });
    }

    /// What was entered, as text for the form; the other way round of [#read].
    public void fill(Form form, Object value) {
        switch (value) {
            case Boolean yes -> form.with(name(), yes ? YES : NO);
            case BigDecimal number ->
                form.with(name(), number.stripTrailingZeros().toPlainString());
            case Iterable<?> codes -> {
                List<String> texts = new ArrayList<>();
                codes.forEach(code -> texts.add(String.valueOf(code)));
                form.with(name(), texts);
            }
            // A code that is typed stands there with its name, as its suggestion does.
            default -> form.with(name(), finder == null ? value.toString() : finder.named(value.toString()));
        }
    }

    private @Nullable Object number(Form form) {
        String typed = form.value(name()).replace(",", "").replace("，", "");
        try {
            BigDecimal number = new BigDecimal(typed);
            boolean unchanged = kept instanceof BigDecimal before && before.compareTo(number) == 0;
            if (!unchanged && hasTooManyDigits(number, form)) {
                return null;
            }
            if (number.signum() < 0 && !element.belowZero()) {
                form.reject(name(), label.zh() + "不会是负数", "“" + label.en() + "” cannot be negative");
                return null;
            }
            // A nought with an exponent has no digits, and millions when it is written out.
            return number.signum() == 0 ? BigDecimal.ZERO : number;
        } catch (NumberFormatException noNumber) {
            form.reject(name(), "填数字，例如 5.2", "Enter a number, for example 5.2");
            return null;
        }
    }

    private boolean hasTooManyDigits(BigDecimal number, Form form) {
        BigDecimal plain = number.stripTrailingZeros();
        long before = Math.max(0, (long) plain.precision() - plain.scale());
        long behind = Math.max(0, plain.scale());
        boolean tooMany = before > MOST_DIGITS || behind > MOST_DECIMALS;
        if (tooMany) {
            form.reject(
                    name(),
                    label.zh() + "的位数太多：小数点前最多 " + MOST_DIGITS + " 位，您填了 " + before + " 位；小数点后最多 " + MOST_DECIMALS
                            + " 位，您填了 " + behind + " 位。请检查单位，小数四舍五入",
                    "“" + label.en() + "” has too many digits: at most " + MOST_DIGITS
                            + " before the point, you entered "
                            + before + "; at most " + MOST_DECIMALS + " after it, you entered " + behind
                            + ". Check the unit, and round");
        }
        return tooMany;
    }

    private @Nullable Object text(Form form) {
        String typed = form.value(name());
        if (typed.length() > LONGEST_TEXT) {
            form.reject(name(), "最多 1,000 个字", "At most 1,000 characters");
            return null;
        }
        return typed;
    }

    private @Nullable Object chosen(Form form) {
        String sent = form.value(name());
        CodeFinder codes = finder;
        if (codes != null) {
            return found(codes, sent, form);
        }
        if (!isOption(sent)) {
            form.reject(name(), "从列出的里面选一个", "Choose one of the list");
            return null;
        }
        return type() == ValueType.BOOLEAN ? (Object) sent.equals(YES) : sent;
    }

    private @Nullable Object found(CodeFinder codes, String typed, Form form) {
        Optional<Classification.Entry> entry = codes.find(typed);
        if (entry.isEmpty()) {
            List<Classification.Entry> near = codes.near(typed, MOST_OFFERED);
            form.reject(
                    name(),
                    near.isEmpty() ? "没有这一项，换个词试试" : "请写明是哪一项：" + listed(near, "、", false),
                    near.isEmpty()
                            ? "There is no such entry: try another word"
                            : "Say which one: " + listed(near, "; ", true));
        }
        return entry.map(Classification.Entry::code).orElse(null);
    }

    private static String listed(List<Classification.Entry> entries, String between, boolean english) {
        return entries.stream()
                .map(entry -> entry.code() + " "
                        + (english ? entry.name().en() : entry.name().zh()))
                .collect(Collectors.joining(between));
    }

    private @Nullable Object several(Form form) {
        TreeSet<String> codes = new TreeSet<>();
        for (String sent : form.values(name())) {
            if (!isOption(sent)) {
                form.reject(name(), "从列出的里面选", "Choose from the list");
                return null;
            }
            if (!sent.equals(NONE)) {
                codes.add(sent);
            }
        }
        return codes;
    }

    private @Nullable Object date(Form form) {
        try {
            LocalDate day = LocalDate.parse(form.value(name()));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                form.reject(name(), "年份不对，例如 2026-11-23", "The year cannot be right, for example 2026-11-23");
                return null;
            }
            return day;
        } catch (DateTimeException noDate) {
            form.reject(name(), "填日期，例如 2026-11-23", "Enter a date, for example 2026-11-23");
            return null;
        }
    }

    /// Free codes, whose classification is not at hand, are taken as typed.
    private boolean isOption(String sent) {
        return options.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(sent));
    }

    private static List<Option> options(ElementDefinition element, @Nullable Classification codes) {
        List<Option> options = new ArrayList<>();
        switch (element.element().type()) {
            case BOOLEAN -> {
                options.add(Option.of(YES, "是", "Yes"));
                options.add(Option.of(NO, "不是", "No"));
            }
            case CODE, CODES -> {
                if (codes != null) {
                    codes.entries().forEach(entry -> options.add(option(entry)));
                }
                if (element.element().type() == ValueType.CODES && !options.isEmpty()) {
                    options.add(Option.of(NONE, "都没有", "None of these"));
                }
            }
            case NUMBER, TEXT, DATE -> {}
        }
        return options;
    }

    private static Option option(Classification.Entry entry) {
        return Option.of(entry.code(), entry.name());
    }
}
