package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.policies.PolicyLab.Pair;
import org.rongyi.city.policies.PolicyLab.What;
import org.rongyi.city.policies.PolicyLab.Within;
import org.rongyi.definitions.Place;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyDefinition.Kind;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.springframework.beans.factory.annotation.Autowired;

/// All texts at once give the findings that each text and each pair give for themselves.
@CityTest
class LibraryCoherenceTest {
    private static final Place NOWHERE = new Place("invented", 0, 0);

    private final CityColumns columns;
    private final FilePolicies policies;
    private final DraftReader reader;
    private final KnownReach reach;
    private final Elements elements;
    private final LocalDate today;

    LibraryCoherenceTest(
            @Autowired CityColumns columns,
            @Autowired FilePolicies policies,
            @Autowired DraftReader reader,
            @Autowired KnownReach reach,
            @Autowired Elements elements,
            @Autowired TestClock clock) {
        this.columns = columns;
        this.policies = policies;
        this.reader = reader;
        this.reach = reach;
        this.elements = elements;
        this.today = clock.today();
    }

    @Test
    void ofTheTextsInForceNoFindingIsMissed() {
        same(policies.texts(today));
    }

    @Test
    void ofInventedTextsNoFindingIsMissed() {
        Random random = new Random(7);
        List<InForce> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add(invented(i, random));
        }
        assertThat(same(texts)).isEqualTo(EnumSet.complementOf(EnumSet.noneOf(What.class)));
    }

    /// @return which kinds of findings there were
    private Set<What> same(List<InForce> texts) {
        await().until(() -> columns.filled() != null);
        Filled city = Objects.requireNonNull(columns.filled());
        LibraryCoherence library = new LibraryCoherence(city.table(), today, texts, elements);
        List<Matched> matched = RuleSet.of(
                        texts.stream().map(text -> text.version().rule()).toList())
                .match(city.table(), today);
        List<Pair> pairs = library.pairs(matched);
        assertThat(pairs).isEqualTo(eachWithEach(texts, matched));
        List<Within> within = library.within(matched);
        assertThat(within).isEqualTo(eachForItself(texts, city));
        Set<What> kinds = EnumSet.noneOf(What.class);
        pairs.forEach(pair -> kinds.add(pair.what()));
        within.forEach(each -> kinds.add(each.finding().what()));
        return kinds;
    }

    private static List<Pair> eachWithEach(List<InForce> texts, List<Matched> matched) {
        List<Pair> pairs = new ArrayList<>();
        for (int other = 0; other < texts.size(); other++) {
            for (int one = 0; one < other; one++) {
                RoaringBitmap first = matched.get(one).holds();
                RoaringBitmap second = matched.get(other).holds();
                long both = RoaringBitmap.andCardinality(first, second);
                What what = Coherence.between(
                        texts.get(one).policy(),
                        matched.get(one),
                        texts.get(other).policy(),
                        matched.get(other),
                        both);
                if (what != null) {
                    pairs.add(new Pair(
                            what,
                            texts.get(one),
                            texts.get(other),
                            both,
                            first.getLongCardinality(),
                            second.getLongCardinality()));
                }
            }
        }
        return pairs;
    }

    private List<Within> eachForItself(List<InForce> texts, Filled city) {
        KnownReach.OfCity known = reach.of(city, today);
        Coherence coherence = new Coherence(known, texts, elements);
        List<Within> within = new ArrayList<>();
        for (InForce text : texts) {
            List<Rule> conditions = Coherence.conditions(text);
            coherence
                    .within(conditions, known.together(conditions))
                    .forEach(finding -> within.add(new Within(text, finding)));
        }
        return within;
    }

    private InForce invented(int number, Random random) {
        List<Rule> conditions = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            conditions.add(reader.condition(condition(random)).orElseThrow());
        }
        Kind kind = random.nextInt(3) == 0 ? null : Kind.values()[random.nextInt(2)];
        return text("T" + number, conditions, kind, random.nextInt(4) == 0 ? "group " + random.nextInt(9) : null);
    }

    static InForce text(String id, List<Rule> rules, @Nullable Kind kind, @Nullable String group) {
        List<PolicyVersion.Condition> conditions = rules.stream()
                .map(rule -> new PolicyVersion.Condition(
                        rule.text(), new Words("条件", "condition"), null, null, rule, List.of(), NOWHERE))
                .toList();
        PolicyVersion version = new PolicyVersion(
                "1",
                null,
                null,
                null,
                List.of(),
                conditions,
                Rule.all(rules),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                NOWHERE);
        Words title = new Words("虚构", "invented");
        return new InForce(
                new PolicyDefinition(id, title, null, null, null, null, kind, null, group, List.of(version), NOWHERE),
                version);
    }

    /// Some say nothing of firms of which they know nothing: others enter firms with a name and little else, and
    /// whom a condition leaves open is somebody whom it may reach.
    private static String condition(Random random) {
        int number = 1 << random.nextInt(8);
        String condition = switch (random.nextInt(9)) {
            case 0 -> "参保人数 >= " + number / 2;
            case 1 -> "参保人数 < " + number;
            case 2 -> "主体类型 = \"个体工商户\"";
            case 3 -> "主体类型 != \"个体工商户\"";
            case 4 -> "营业收入 >= " + number;
            case 5 -> "营业收入 <= " + 10 * number;
            case 6 -> "企业规模 in (\"小型\", \"微型\")";
            case 7 -> "starts with(行业代码, \"" + "CFGHIL".charAt(random.nextInt(6)) + "\")";
            default -> "成立日期 <= asOf - duration(\"P" + (1 + random.nextInt(6)) + "Y\")";
        };
        return random.nextInt(3) > 0 ? condition : "is defined(主体类型) and is defined(参保人数) and " + condition;
    }
}
