package org.rongyi.bench.data;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.invented.Draw;

/// Conditions that local policies add to what they support: where a firm is, what it does, how large, how old and how
/// clean it is.
final class LocalConditions {
    private static final List<Integer> LADDER = List.of(
            100, 500, 1000, 50, 200, 2000, 300, 5000, 10, 20, 3000, 30, 800, 10000, 150, 80, 20000, 400, 600, 1500, 250,
            4000, 8000, 50000, 120, 60, 5, 40, 700, 1200, 6000, 30000, 2500, 1800, 350, 15, 25, 90, 160, 450);
    private static final List<Integer> SHARES =
            List.of(10, 5, 20, 30, 3, 50, 15, 8, 25, 60, 2, 40, 12, 70, 1, 6, 35, 80);
    private static final List<String> LEVELS =
            List.of("\"A\", \"B\"", "\"A\"", "\"A\", \"B\", \"M\"", "\"A\", \"B\", \"M\", \"C\"");
    private static final int DIVISION = 3;
    private static final int GROUP = 4;
    private static final int QUARTERS = 48;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private final List<String> districts;
    private final List<String> streets = new ArrayList<>();
    private final List<String> divisions;
    private final List<String> groups;
    private final List<Maker> makers = new ArrayList<>();

    private interface Maker {
        String draw(Draw draw);
    }

    LocalConditions(Definitions definitions, CityFrequencies city) {
        this.districts = city.districts().things();
        city.streets().values().forEach(streets::addAll);
        var industry = definitions.classification("industry").orElseThrow().entries().stream()
                .map(Classification.Entry::code)
                .toList();
        this.divisions =
                industry.stream().filter(code -> code.length() == DIVISION).toList();
        this.groups = industry.stream().filter(code -> code.length() == GROUP).toList();
        makers.add(draw -> industry(draw));
        for (var element : List.of("参保人数", "从业人数季度平均", "新招重点群体", "Ⅰ类知识产权")) {
            makers.add(draw -> "%s >= %d".formatted(element, draw.usual(LADDER)));
        }
        for (var element : List.of("注册资本", "营业收入", "实缴税额", "资产总额", "出口额", "研发费用", "新购设备金额")) {
            makers.add(draw -> "%s >= %d".formatted(element, draw.usual(LADDER)));
        }
        for (var element : List.of("营业收入", "资产总额", "贷款余额", "从业人数季度平均", "用电量")) {
            makers.add(draw -> "%s <= %d".formatted(element, draw.usual(LADDER) * 10));
        }
        for (var element : List.of("研发强度", "营收增长率", "高新收入占比", "科技人员占比", "主营业务占比", "细分市场占有率")) {
            makers.add(draw -> "%s >= %d".formatted(element, draw.usual(SHARES)));
        }
        makers.add(draw -> "资产负债率 <= %d".formatted(100 - draw.usual(SHARES)));
        makers.add(draw -> "裁员率 <= %d".formatted(draw.usual(SHARES)));
        makers.add(draw -> "成立日期 <= asOf - duration(\"P%dM\")".formatted(months(draw)));
        makers.add(draw -> "成立日期 >= asOf - duration(\"P%dM\")".formatted(months(draw)));
        makers.add(draw -> "纳税信用级别 in (%s)".formatted(draw.usual(LEVELS)));
        makers.add(draw -> "三年行政处罚次数 <= %d".formatted(draw.below(4)));
        makers.add(draw -> "欠税 <= %d".formatted(draw.below(3)));
        for (var flag : List.of("not(经营异常名录)", "not(严重违法失信名单)", "登记状态 = \"存续\"", "规上入统", "not(限制或禁止行业)")) {
            makers.add(draw -> flag);
        }
    }

    /// The district, sometimes two, sometimes a street.
    String place(Draw draw) {
        if (draw.chance(0.1)) {
            return in(draw.usual(streets));
        }
        var district = in(draw.usual(districts));
        return draw.chance(0.8) ? district : "%s or %s".formatted(district, in(draw.usual(districts)));
    }

    private static String in(String area) {
        return "starts with(实际经营地, \"%s\")".formatted(area);
    }

    private String industry(Draw draw) {
        var code = draw.chance(0.6) ? draw.usual(divisions) : draw.usual(groups);
        return "starts with(行业代码, \"%s\")".formatted(code);
    }

    private static int months(Draw draw) {
        return MONTHS_OF_A_QUARTER * (1 + (int) (QUARTERS * draw.unit() * draw.unit()));
    }

    /// Of so many kinds, each once.
    List<String> some(int number, Draw draw) {
        var left = new ArrayList<>(makers);
        var conditions = new ArrayList<String>();
        while (conditions.size() < number && !left.isEmpty()) {
            conditions.add(left.remove(draw.below(left.size())).draw(draw));
        }
        return conditions;
    }
}
