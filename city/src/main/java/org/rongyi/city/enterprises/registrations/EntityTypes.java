package org.rongyi.city.enterprises.registrations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Classification;

/// Maps the words for the type of an entity to the codes of the classification `entityType`, the more special first.
final class EntityTypes {
    /// Sure enough to be used, not sure enough to be a department's word.
    static final BigDecimal BY_NAME = new BigDecimal("0.9");

    private record Rule(Pattern words, String code) {
        static Rule of(String words, String code) {
            return new Rule(Pattern.compile(words), code);
        }
    }

    private static final List<Rule> BY_WORDS = List.of(
            Rule.of("个体", "个体工商户"),
            Rule.of("合作社", "农民专业合作社"),
            Rule.of("分公司|分支机构|营业单位|办事处", "分支机构"),
            Rule.of("外商|外资|外国|中外|港|澳|台", "外商投资企业"),
            Rule.of("个人独资", "个人独资企业"),
            Rule.of("合伙", "合伙企业"),
            Rule.of("股份有限", "股份有限公司"),
            Rule.of("有限责任|有限公司", "有限责任公司"),
            Rule.of("集体|股份合作|联营", "集体所有制企业"),
            Rule.of("全民|国有", "全民所有制企业"));

    /// A remark in brackets at the end of a name, such as the former name.
    private static final Pattern REMARK = Pattern.compile("[（(][^（）()]*[)）]$");

    /// What the end of a name says, where no one gave a type.
    private static final List<Rule> BY_ENDING = List.of(
            Rule.of("(分公司|支公司|支行|分行|营业部)$", "分支机构"),
            Rule.of("合作社$", "农民专业合作社"),
            Rule.of("[（(](有限合伙|普通合伙|特殊普通合伙)[）)]$", "合伙企业"),
            Rule.of("股份有限公司$", "股份有限公司"),
            Rule.of("(有限责任公司|有限公司)$", "有限责任公司"));

    private final Classification types;

    EntityTypes(Classification types) {
        this.types = types;
    }

    Optional<String> ofWords(String words) {
        return types.codeOf(words).or(() -> first(BY_WORDS, words));
    }

    /// A guess from the credit code's kind of entity (GB 32100-2015, table 1) and the name.
    Optional<String> guess(CreditCode code, String name) {
        if (code.value().startsWith("92")) {
            return Optional.of("个体工商户").filter(types::contains);
        }
        if (code.value().startsWith("93")) {
            return Optional.of("农民专业合作社").filter(types::contains);
        }
        Optional<String> byEnding = first(BY_ENDING, name);
        return byEnding.isPresent()
                ? byEnding
                : first(BY_ENDING, REMARK.matcher(name).replaceFirst(""));
    }

    private Optional<String> first(List<Rule> rules, String text) {
        return rules.stream()
                .filter(rule -> rule.words().matcher(text).find())
                .map(Rule::code)
                .filter(types::contains)
                .findFirst();
    }
}
