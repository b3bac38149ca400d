package org.rongyi.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;
import org.rongyi.rules.ValueType;

/// An invented city in the shape of a real one: 60 elements of which a tenth is missing, and policies of
/// seven conditions on average that share about 3,000 atoms. No figure in it means anything.
final class SyntheticCity implements Workload {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final int THRESHOLDS = 30;

    /// An element with how its values are drawn and how often it is missing.
    private record Drawn(Element element, double gap, Supplier<Object> value) {}

    private final int size;
    private final long seed;
    private final List<Drawn> elements = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> industries = new ArrayList<>();
    private final Dictionary dictionary;
    private final List<Rule> rules;
    private SplittableRandom random = new SplittableRandom(0);

    SyntheticCity(int size, int policies, long seed) {
        this.size = size;
        this.seed = seed;
        industries();
        elements();
        this.dictionary = Dictionary.of(elements.stream().map(Drawn::element).toList());
        this.rules = rules(policies);
    }

    @Override
    public String name() {
        return "synthetic city, seed " + seed;
    }

    @Override
    public Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public LocalDate asOf() {
        return AS_OF;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public List<String> orderedBy() {
        return List.of("district", "industry", "entityType");
    }

    @Override
    public Row firm(int number) {
        random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        @Nullable Object[] values = new Object[elements.size()];
        for (int i = 0; i < values.length; i++) {
            Drawn drawn = elements.get(i);
            boolean missing = random.nextDouble() < drawn.gap;
            Object value = drawn.value.get();
            values[i] = missing ? null : value;
        }
        return id -> {
            Integer place = places.get(id);
            return place == null ? null : values[place];
        };
    }

    private void industries() {
        SplittableRandom draw = new SplittableRandom(11);
        for (char section = 'A'; section <= 'T'; section++) {
            for (int i = 0; i < 40; i++) {
                industries.add("%c%02d%02d".formatted(section, draw.nextInt(1, 8), draw.nextInt(0, 60)));
            }
        }
    }

    private void elements() {
        code("district", 0.01, () -> "D%02d".formatted(skewed(23)));
        code("industry", 0.03, () -> industries.get(skewed(industries.size())));
        code("entityType", 0, () -> "E" + skewed(7));
        code("state", 0, () -> "S" + Math.max(0, skewed(5) - 1));
        for (int i = 0; i < 6; i++) {
            int codes = 2 + 9 * i;
            code("code" + i, 0.08 * (i % 3), () -> "K" + skewed(codes));
        }
        for (int i = 0; i < 4; i++) {
            add("set" + i, ValueType.CODES, 0.1, this::set);
        }
        for (int i = 0; i < 8; i++) {
            double share = 0.03 + 0.1 * i;
            add("flag" + i, ValueType.BOOLEAN, 0.06 * (i % 3), () -> random.nextDouble() < share);
        }
        for (int i = 0; i < 5; i++) {
            add("day" + i, ValueType.DATE, 0.05 * i, () -> AS_OF.minusDays(skewed(9000)));
        }
        for (int i = 0; i < 12; i++) {
            add("count" + i, ValueType.NUMBER, 0.05 * (i % 5), () -> BigDecimal.valueOf((long) logNormal(2, 1.5)));
        }
        for (int i = 0; i < 21; i++) {
            double middle = 3 + i % 4;
            add(
                    "amount" + i,
                    ValueType.NUMBER,
                    0.05 * (i % 6),
                    () -> BigDecimal.valueOf((long) (100 * logNormal(middle, 1.8)), 2));
        }
    }

    private void code(String id, double gap, Supplier<Object> value) {
        add(id, ValueType.CODE, gap, value);
    }

    private void add(String id, ValueType type, double gap, Supplier<Object> value) {
        places.put(id, elements.size());
        elements.add(new Drawn(new Element(id, type, "要素" + id, "element " + id, null, null), gap, value));
    }

    /// A small number is likelier than a great one.
    private int skewed(int most) {
        return (int) (most * random.nextDouble() * Math.sqrt(random.nextDouble()));
    }

    private double logNormal(double middle, double spread) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += random.nextDouble() - 0.5;
        }
        return Math.exp(middle + spread * sum * 1.4);
    }

    private Object set() {
        TreeSet<String> set = new TreeSet<>();
        for (int i = Math.max(0, skewed(6) - 2); i > 0; i--) {
            set.add("Q" + skewed(16));
        }
        return set;
    }

    private List<Rule> rules(int policies) {
        RuleCompiler compiler = new RuleCompiler(dictionary);
        random = new SplittableRandom(seed);
        List<Rule> compiled = new ArrayList<>();
        while (compiled.size() < policies) {
            String text = policy();
            switch (compiler.condition(text)) {
                case Compilation.Compiled(Rule rule) -> compiled.add(rule);
                case Compilation.Rejected rejected -> throw new IllegalStateException(text + ": " + rejected.faults());
            }
        }
        return List.copyOf(compiled);
    }

    /// One policy: whom it is for, where, in which line of business, how large, and what else.
    private String policy() {
        List<String> parts = new ArrayList<>();
        maybe(0.7, parts, () -> pick("state = \"S0\"", "state in (\"S0\", \"S1\")"));
        maybe(
                0.6,
                parts,
                () -> pick(
                        "entityType in (\"E0\", \"E1\", \"E2\")",
                        "entityType = \"E0\"",
                        "not(entityType = \"E1\")",
                        "entityType != \"E3\""));
        maybe(0.5, parts, () -> "district = \"D%02d\"".formatted(random.nextInt(23)));
        maybe(0.5, parts, () -> "starts with(industry, \"%s\")".formatted(industryPrefix()));
        maybe(0.5, parts, () -> pick("not(flag0)", "not(flag1)", "flag7", "flag5", "not(flag2)"));
        maybe(0.3, parts, () -> "list contains(set%d, \"Q%d\")".formatted(random.nextInt(4), random.nextInt(16)));
        maybe(
                0.3,
                parts,
                () -> "day%d <= asOf - duration(\"P%dM\")".formatted(random.nextInt(5), 6 * random.nextInt(1, 20)));
        maybe(
                0.25,
                parts,
                () -> "amount%d / amount%d >= 0.0%d"
                        .formatted(random.nextInt(5), 5 + random.nextInt(3), random.nextInt(1, 9)));
        maybe(0.25, parts, () -> "(%s or %s)".formatted(number(), number()));
        maybe(0.2, parts, () -> "code%d = \"K%d\"".formatted(1 + random.nextInt(5), random.nextInt(6)));
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            parts.add(number());
        }
        return String.join(" and ", parts);
    }

    private void maybe(double share, List<String> parts, Supplier<String> part) {
        if (random.nextDouble() < share) {
            parts.add(part.get());
        }
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String industryPrefix() {
        String industry = industries.get(random.nextInt(industries.size()));
        return industry.substring(0, pick("1", "1", "3", "5").charAt(0) - '0');
    }

    private String number() {
        boolean count = random.nextInt(3) == 0;
        int element = count ? random.nextInt(12) : random.nextInt(21);
        double share = (1 + random.nextInt(THRESHOLDS)) / (THRESHOLDS + 1.0);
        double middle = count ? 2 : 3 + element % 4;
        long threshold = (long) Math.exp(middle + 2 * (share - 0.5) * 2.5);
        return "%s%d %s %d".formatted(count ? "count" : "amount", element, pick(">=", "<="), threshold);
    }
}
