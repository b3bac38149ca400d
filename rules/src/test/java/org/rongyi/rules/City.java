package org.rongyi.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small invented dictionary, and short ways to compile over it.
public final class City {

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    public static final List<Element> ELEMENTS = List.of(
            stored("revenue", ValueType.NUMBER, "营业收入", "revenue of the year", "万元"),
            stored("rdExpense", ValueType.NUMBER, "研发费用", "R&D expense", "万元"),
            stored("staff", ValueType.NUMBER, "从业人员", "staff", "人"),
            stored("capital", ValueType.NUMBER, "注册资本", "registered capital", "万元"),
            stored("industry", ValueType.CODE, "行业代码", "industry code", null),
            stored("entityType", ValueType.CODE, "主体类型", "entity type", null),
            stored("district", ValueType.CODE, "所在区县", "district code", null),
            stored("name", ValueType.TEXT, "企业名称", "enterprise name", null),
            stored("scope", ValueType.TEXT, "经营范围", "business scope", null),
            stored("qualifications", ValueType.CODES, "资质称号", "qualifications held", null),
            stored("permits", ValueType.CODES, "许可证", "permits held", null),
            stored("exporter", ValueType.BOOLEAN, "出口企业", "is exporter", null),
            stored("defaulter", ValueType.BOOLEAN, "失信", "is defaulter", null),
            stored("establishedOn", ValueType.DATE, "成立日期", "established on", null),
            stored("licensedOn", ValueType.DATE, "发证日期", "licensed on", null),
            derived("rdShare", ValueType.NUMBER, "研发强度", "R&D share", "研发费用 / 营业收入"),
            derived(
                    "ageYears",
                    ValueType.NUMBER,
                    "成立年限",
                    "age in years",
                    "years and months duration(成立日期, asOf).years"),
            derived("small", ValueType.BOOLEAN, "小微企业", "small firm", "从业人员 < 300 and 营业收入 < 2000 and not(失信)"),
            derived("mature", ValueType.BOOLEAN, "成熟小微", "mature small firm", "小微企业 and 成立年限 >= 3"));

    public static final Dictionary DICTIONARY = Dictionary.of(ELEMENTS);

    public static final RuleCompiler COMPILER = new RuleCompiler(DICTIONARY);

    private City() {}

    private static Element stored(String id, ValueType type, String zh, String en, @Nullable String unit) {
        return new Element(id, type, zh, en, unit, null);
    }

    private static Element derived(String id, ValueType type, String zh, String en, String formula) {
        return new Element(id, type, zh, en, null, formula);
    }

    public static Rule condition(String text) {
        return compiled(text, COMPILER.condition(text));
    }

    public static Rule value(String text) {
        return compiled(text, COMPILER.value(text));
    }

    private static Rule compiled(String text, Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled c -> c.rule();
            case Compilation.Rejected r -> throw new AssertionError(rendered(text, r));
        };
    }

    public static String rendered(String text, Compilation.Rejected rejected) {
        return rejected.faults().stream().map(fault -> fault.render(text)).collect(Collectors.joining("\n"));
    }

    /// A row written as `revenue=2000; qualifications=a,b; establishedOn=2020-01-31`.
    public static Row row(String text) {
        List<String> entries = new ArrayList<>();
        for (String entry : text.split(";")) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return Row.of(entries.stream()
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> DICTIONARY.get(pair[0].strip()).id(),
                        pair -> value(DICTIONARY.get(pair[0].strip()).type(), pair[1].strip()))));
    }

    private static Object value(ValueType type, String text) {
        return switch (type) {
            case NUMBER -> new java.math.BigDecimal(text);
            case TEXT, CODE -> text;
            case CODES -> text.isEmpty() ? List.of() : List.of(text.split(","));
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
        };
    }
}
