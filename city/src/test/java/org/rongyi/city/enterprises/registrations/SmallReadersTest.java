package org.rongyi.city.enterprises.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Definitions;

class SmallReadersTest {
    private final Definitions definitions = Definitions.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"2014-08-01", "2014/8/1", "2014.8.1", "2014年8月1日", "20140801", "2014-08-01 00:00:00"})
    void daysAreReadInEveryWayThatFilesWriteThem(String text) {
        assertThat(Dates.read(text)).isEqualTo("2014-08-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-13-01", "2014-02-30", "41852", "八月一日", "2014"})
    void whatIsNoDayIsNotMadeOne(String text) {
        assertThat(Dates.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    有限责任公司(自然人投资或控股) | 有限责任公司
                    有限责任公司（台港澳与境内合资） | 外商投资企业
                    其他股份有限公司（非上市）      | 股份有限公司
                    个体                        | 个体工商户
                    普通合伙企业                  | 合伙企业
                    有限责任公司分公司             | 分支机构
                    集体所有制（股份合作）          | 集体所有制企业
                    sole trader                 | 个体工商户
                    神秘组织                      |
                    """)
    void typesAreMappedToTheirCode(String words, @Nullable String code) {
        EntityTypes types =
                new EntityTypes(definitions.classification("entityType").orElseThrow());
        assertThat(types.ofWords(words).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    青禾软件开发有限公司 | 软件开发；信息系统集成服务 | I65
                    云栖火锅店         | 餐饮服务               | H62
                    竹溪建筑劳务有限公司 | 建筑劳务分包            | E
                    """)
    void nameAndScopeSuggestAnIndustry(String name, String scope, String branch) {
        var suggested = suggestions().suggest(name, scope).orElseThrow();
        assertThat(suggested.code()).startsWith(branch);
        assertThat(suggested.confidence()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
    }

    @Test
    void whatIsExcludedInBracketsSuggestsNothing() {
        assertThat(suggestions().suggest("某某", "（不含餐饮服务）")).isEmpty();
    }

    private IndustrySuggestion suggestions() {
        return IndustrySuggestion.shipped(definitions.classification("industry").orElseThrow());
    }

    @Test
    void ofWordsWithinEachOtherTheLongestIsFound() {
        WordFinder<String> finder = new WordFinder<>(
                Map.of("建筑", List.of("short"), "建筑装饰", List.of("long"), "装饰", List.of("end"), "饰品", List.of("next")));
        assertThat(finder.find("某建筑装饰品"))
                .extracting(hit -> hit.values().getFirst())
                .containsExactly("long", "next");
        assertThat(finder.find("建筑 装饰")).hasSize(2);
    }

    @Test
    void whatIsFoundInOnePassIsWhatLookingForEachWordFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            Map<String, List<String>> words = new HashMap<>();
            for (int i = 0; i < 1 + round % 9; i++) {
                String word = letters(random, 1 + random.nextInt(4));
                words.put(word, List.of(word));
            }
            WordFinder<String> finder = new WordFinder<>(words);
            String text = letters(random, 30);
            assertThat(finder.find(text)).as("%s in %s", words.keySet(), text).isEqualTo(longest(words, text));
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("甲乙丙".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static List<WordFinder.Hit<String>> longest(Map<String, List<String>> words, String text) {
        List<WordFinder.Hit<String>> hits = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            String before = text.substring(0, end);
            String word = words.keySet().stream()
                    .filter(before::endsWith)
                    .max(Comparator.comparingInt(String::length))
                    .orElse(null);
            if (word != null) {
                int start = end - word.length();
                hits.removeIf(hit -> hit.start() >= start);
                hits.add(new WordFinder.Hit<>(start, end, List.of(word)));
            }
        }
        return hits;
    }

    @Test
    void thousandsOfCodesAreToldApartAndTheFirstLineRemembered() {
        SeenCodes seen = new SeenCodes();
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i <= 20_000; i++) {
                String subject = "T%07d".formatted(i);
                String first17 = (i % 2 == 0 ? "91510104" : "92510105") + subject + CreditCode.subjectCheck(subject);
                CreditCode code = new CreditCode(first17 + CreditCode.check(first17));
                assertThat(seen.firstLine(code, i)).isEqualTo(round == 0 ? 0 : i);
            }
        }
    }
}
