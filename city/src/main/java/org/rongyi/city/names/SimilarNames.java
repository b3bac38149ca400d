package org.rongyi.city.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

@Component
class SimilarNames implements NameCheck {
    private static final int MOST_ALIKE = 6;
    private static final int MOST_FREE = 3;
    private static final int SHORTEST_TRADE_NAME = 2;
    private static final int LONGEST_COMPARED = 8;
    private static final int LONGEST_OFFERED = 5;
    /// Characters that shops like; one of them beside the wish makes another name.
    private static final String LIKED = "禾悦源和嘉润泽丰怡诚沁朴";
    private static final Words MADE_OF = new Words("《企业名称登记管理规定》第六条", "Regulations on enterprise names, article 6");
    private static final Words TRADE_NAME = new Words("《企业名称登记管理规定》第八条", "Regulations on enterprise names, article 8");
    private static final Words CHARACTERS = new Words("《企业名称登记管理规定》第五条", "Regulations on enterprise names, article 5");

    private final NameReader reader;
    private final NameTable table;
    private final NamesFollow follow;

    SimilarNames(NameReader reader, NameTable table, NamesFollow follow) {
        this.reader = reader;
        this.table = table;
        this.follow = follow;
    }

    @Override
    public Report check(String name, boolean company, @Nullable CreditCode own) {
        boolean whole = follow.keepUp();
        String plain = NameReader.plain(name);
        Parts parts = reader.read(name);
        List<Alike> alike = alike(name.strip(), parts, own);
        List<String> free = alike.isEmpty() ? List.of() : free(parts, own);
        return new Report(parts, faults(plain, parts, company), alike, free, whole);
    }

    private List<Fault> faults(String name, Parts parts, boolean company) {
        List<Fault> faults = new ArrayList<>();
        String said =
                name.startsWith(parts.area()) ? name.substring(parts.area().length()) : name;
        for (NameWords.Forbidden word : reader.words().in(said)) {
            faults.add(new Fault(
                    "forbidden-word",
                    new Words(
                            "有“" + word.word() + "”：" + word.why().zh(),
                            "has " + word.word() + ": " + word.why().en()),
                    new Words(
                            "《企业名称登记管理规定》第" + word.clause() + "条",
                            "Regulations on enterprise names, article "
                                    + (word.clause().equals("十二") ? "12" : "11")),
                    new Words("换一个说法", "Choose another word")));
        }
        if (!name.codePoints().allMatch(SimilarNames::inNames)) {
            faults.add(new Fault(
                    "name-characters",
                    new Words("有汉字以外的字", "has other than Chinese characters"),
                    CHARACTERS,
                    new Words("只用规范汉字", "Use Chinese characters only")));
        }
        if (company) {
            structure(parts, faults);
        }
        return List.copyOf(faults);
    }

    private static boolean inNames(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                || character == '（'
                || character == '）'
                || character == '·';
    }

    private static void structure(Parts parts, List<Fault> faults) {
        if (parts.form().isEmpty() || !parts.form().endsWith("公司")) {
            faults.add(new Fault(
                    "name-form",
                    new Words("缺少组织形式", "does not say what form the firm has"),
                    MADE_OF,
                    new Words("名称最后写“有限公司”或“股份有限公司”", "End it with 有限公司 or 股份有限公司")));
        }
        if (parts.area().isEmpty()) {
            faults.add(new Fault(
                    "name-area",
                    new Words("缺少行政区划", "does not name the area"),
                    MADE_OF,
                    new Words("最前面写上市或者区县", "Begin with the city or district")));
        }
        if (parts.tradeName().codePointCount(0, parts.tradeName().length()) < SHORTEST_TRADE_NAME) {
            faults.add(new Fault(
                    "trade-name",
                    new Words("字号不到两个字", "has a trade name of less than two characters"),
                    TRADE_NAME,
                    new Words("字号要两个以上汉字", "A trade name has two characters or more")));
        }
    }

    private List<Alike> alike(String name, Parts parts, @Nullable CreditCode own) {
        Map<String, How> found = new LinkedHashMap<>();
        table.named(name, own).forEach(each -> found.put(each, How.SAME));
        int length = parts.tradeName().codePointCount(0, parts.tradeName().length());
        if (length >= SHORTEST_TRADE_NAME && length <= LONGEST_COMPARED) {
            table.withTradeName(parts, own).forEach(each -> found.putIfAbsent(each, How.SAME_TRADE_NAME));
            table.sounding(follow.sounds().of(parts.tradeName()), parts, own)
                    .forEach(each -> found.putIfAbsent(each, How.SOUND));
            for (int place = 0; place < length && found.size() < MOST_ALIKE; place++) {
                table.differing(parts, place, own).forEach(each -> found.putIfAbsent(each, How.ONE_CHARACTER));
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Alike(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> one.how().compareTo(other.how()))
                .limit(MOST_ALIKE)
                .toList();
    }

    /// Another last character, or one more.
    private List<String> free(Parts parts, @Nullable CreditCode own) {
        int[] trade = parts.tradeName().codePoints().toArray();
        if (trade.length < SHORTEST_TRADE_NAME) {
            return List.of();
        }
        Stream<String> stems = trade.length > SHORTEST_TRADE_NAME
                ? Stream.of(new String(trade, 0, trade.length - 1), parts.tradeName())
                : Stream.of(parts.tradeName());
        return stems.flatMap(stem -> freeWith(stem, parts, own))
                .limit(MOST_FREE)
                .toList();
    }

    /// Where one name begins so and is one character longer, all that could be offered would be close to it.
    private Stream<String> freeWith(String stem, Parts parts, @Nullable CreditCode own) {
        List<Parts> wishes = LIKED.codePoints()
                .mapToObj(character -> stem + Character.toString(character))
                .filter(wish -> !wish.equals(parts.tradeName()))
                .map(wish -> new Parts(parts.area(), wish, parts.industry(), parts.form()))
                .toList();
        int last = stem.codePointCount(0, stem.length());
        if (last >= LONGEST_OFFERED
                || !table.differing(wishes.getFirst(), last, own).isEmpty()) {
            return Stream.empty();
        }
        return wishes.stream()
                .filter(wish -> alike(joined(wish), wish, own).isEmpty())
                .map(SimilarNames::joined);
    }

    private static String joined(Parts parts) {
        return parts.area() + parts.tradeName() + parts.industry() + parts.form();
    }
}
