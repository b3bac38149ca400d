package org.rongyi.city.elements;

import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;

/// What the dictionary's marks say to a reader.
public final class ElementWords {
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
