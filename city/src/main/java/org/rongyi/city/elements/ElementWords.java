package org.rongyi.city.elements;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;

/// What the dictionary's marks say to a reader.
public final class ElementWords {
    /// The classification whose entries are the places of the city.
    private static final String AREA = "area";

    private static final Words NOT_STATED = new Words("未写明", "not stated");

    private ElementWords() {}

    /// With its unit: "数，万元".
    public static Words type(ElementDefinition element) {
        Words type = switch (element.element().type()) {
            case NUMBER -> new Words("数", "number");
            case TEXT -> new Words("文字", "text");
            case CODE -> new Words("代码", "code");
            case CODES -> new Words("一组代码", "set of codes");
            case BOOLEAN -> new Words("是或否", "yes or no");
            case DATE -> new Words("日期", "date");
        };
        Words unit = element.unit();
        return unit == null ? type : new Words(type.zh() + "，" + unit.zh(), type.en() + ", " + unit.en());
    }

    public static Words source(ElementDefinition element) {
        if (element.element().formula() != null) {
            return new Words("系统算出来的", "derived by a formula");
        }
        Words source = element.source();
        return source == null ? NOT_STATED : source;
    }

    /// A value as people say it: codes by their names, an area by the places that hold it, numbers with their unit.
    public static String value(Page page, Elements elements, ElementDefinition element, @Nullable Object value) {
        Classification codes =
                elements.definitions().classificationOf(element.id()).orElse(null);
        return switch (value) {
            case String code when codes != null -> code(page, codes, code);
            case Collection<?> many
            when codes != null && !many.isEmpty() ->
                many.stream()
                        .map(code -> code(page, codes, String.valueOf(code)))
                        .collect(Collectors.joining(page.say("、", ", ")));
            case null -> page.value(null, element.unit());
            default ->
                element.element().derived() ? page.computed(value, element.unit()) : page.value(value, element.unit());
        };
    }

    private static String code(Page page, Classification codes, String code) {
        Optional<Classification.Entry> found = codes.find(code);
        if (found.isEmpty()) {
            return code;
        }
        if (codes.name().equals(AREA)) {
            return codes.path(code).reversed().stream()
                    .map(entry -> page.say(entry.name()))
                    .collect(Collectors.joining(page.say("", ", ")));
        }
        String name = page.say(found.get().name());
        boolean inTree = found.get().parent() != null || codes.children(code).size() > 0;
        return inTree ? name + page.say("（", " (") + code + page.say("）", ")") : name;
    }

    /// The heading of a portrait; null: none of the known ones.
    public static Words theme(ElementDefinition.@Nullable Theme theme) {
        return switch (theme) {
            case null -> new Words("其他", "Other");
            case REGISTRATION -> new Words("登记", "Registration");
            case INDUSTRY -> new Words("行业和规模", "Industry and size");
            case STANDING -> new Words("信用和监管", "Credit and supervision");
            case TAX -> new Words("税务", "Tax");
            case ACCOUNTS -> new Words("营收和资产", "Revenue and assets");
            case STAFF -> new Words("用工和创业", "Staff and founders");
            case INNOVATION -> new Words("研发和创新", "Research and innovation");
            case OPERATION -> new Words("经营要素", "Power, land and credit");
            case DEALINGS -> new Words("政策和诉求", "Support and appeals");
            case APPLICATION -> new Words("办事", "Applications");
        };
    }

    public static Words sensitivity(ElementDefinition element) {
        ElementDefinition.Sensitivity mark = element.sensitivity();
        return mark == null ? NOT_STATED : sensitivity(mark);
    }

    public static Words sensitivity(ElementDefinition.Sensitivity mark) {
        return switch (mark) {
            case P -> new Words("公开", "public");
            case I -> new Words("政务内部共享", "shared within the administration");
            case C -> new Words("商业秘密", "commercial secret");
            case S -> new Words("敏感个人信息", "sensitive personal information");
        };
    }
}
