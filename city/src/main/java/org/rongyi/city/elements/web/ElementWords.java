package org.rongyi.city.elements.web;

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

    public static Words sensitivity(ElementDefinition element) {
        ElementDefinition.Sensitivity mark = element.sensitivity();
        return mark == null ? NOT_STATED : sensitivity(mark);
    }

    static Words sensitivity(ElementDefinition.Sensitivity mark) {
        return switch (mark) {
            case P -> new Words("公开", "public");
            case I -> new Words("政务内部共享", "shared within the administration");
            case C -> new Words("商业秘密", "commercial secret");
            case S -> new Words("敏感个人信息", "sensitive personal information");
        };
    }
}
