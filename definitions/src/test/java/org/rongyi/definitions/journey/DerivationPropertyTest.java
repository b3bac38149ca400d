package org.rongyi.definitions.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.journey.JourneyPlan.Field;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.rongyi.definitions.journey.JourneyPlan.Step;
import org.rongyi.definitions.journey.JourneyPlan.Verdict;
import org.rongyi.rules.Row;

/// On random catalogues without circles the plan holds what it promises; the longest chain is found by trying all.
class DerivationPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int CATALOGUES = 300;
    private static final List<String> FLAGS = List.of("hasSign", "sellsFood", "needsInvoices");
    /// Can be asked, and may be yielded too.
    private static final List<String> ASKED =
            List.of("entityName", "newName", "signSize", "bankChoice", "workerPost", "siteAddress", "newScope");
    /// Exist only once an item has yielded them; they are yielded by items that always apply.
    private static final List<String> BORN =
            List.of("taxOffice", "socialInsuranceUnit", "medicalInsuranceUnit", "changedOn", "closedOn");

    @TempDir
    Path folder;

    private record Drawn(String id, Set<String> needs, Set<String> yields, boolean conditional, String text) {}

    @Test
    void everyPlanHoldsItsPromises() throws Exception {
        Random random = new Random(20261123);
        for (int i = 0; i < CATALOGUES; i++) {
            List<Drawn> drawn = draw(random);
            ServiceCatalogue catalogue = catalogue(folder.resolve("c" + i), drawn, random);
            Map<String, Object> known = known(random);
            Set<String> leftOut = random.nextBoolean() ? Set.of() : Set.of("i1", "i3");
            JourneyPlan plan = Derivation.of(catalogue, Definitions.shipped())
                    .plan(catalogue.journey("j").orElseThrow(), Row.of(known), leftOut, DAY);
            check(plan, drawn.stream().collect(Collectors.toMap(Drawn::id, item -> item)), known);
        }
    }

    /// Items in a hidden order in which each needs only what comes into being before it.
    private static List<Drawn> draw(Random random) {
        List<Drawn> items = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        List<String> born = new ArrayList<>();
        Set<String> everNeeded = new HashSet<>();
        for (int i = 0; i < size; i++) {
            Set<String> needs = some(ASKED, random, 3);
            needs.addAll(some(born, random, 2));
            boolean conditional = random.nextInt(3) == 0;
            Set<String> yields = new TreeSet<>();
            for (String element : some(conditional ? ASKED : join(ASKED, BORN), random, 2)) {
                if (!everNeeded.contains(element) && !needs.contains(element)) {
                    yields.add(element);
                }
            }
            everNeeded.addAll(needs);
            if (!conditional) {
                yields.stream().filter(BORN::contains).forEach(born::add);
            }
            items.add(new Drawn("i" + i, needs, yields, conditional, text(i, needs, yields, random)));
        }
        return items;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return IntStream.range(0, some.size() + more.size())
                .mapToObj(i -> i < some.size() ? some.get(i) : more.get(i - some.size()))
                .toList();
    }

    private static Set<String> some(List<String> from, Random random, int most) {
        Set<String> some = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0 && !from.isEmpty(); i--) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return some;
    }

    private static String text(int i, Set<String> needs, Set<String> yields, Random random) {
        String days = random.nextInt(4) == 0 ? "" : "limit: {promised: %d}\n".formatted(random.nextInt(9));
        String head = "id: i%d\nname: 事项%d\ntype: PERMIT\ndepartment: d\nwhat: 做\n".formatted(i, i);
        return head + days + "needs: {elements: %s}\nyields: {elements: %s}\n".formatted(needs, yields);
    }

    private static ServiceCatalogue catalogue(Path city, List<Drawn> drawn, Random random) throws Exception {
        Files.createDirectories(city.resolve("items"));
        Files.createDirectories(city.resolve("journeys"));
        Files.writeString(city.resolve("services.yaml"), "departments: [{id: d, name: 部门}]\n");
        List<Drawn> shuffled = new ArrayList<>(drawn);
        Collections.shuffle(shuffled, random);
        StringBuilder journey = new StringBuilder("id: j\nname: 一件事\nstage: START\nlead: d\nwhat: 办\nitems:\n");
        for (Drawn item : shuffled) {
            Files.writeString(city.resolve("items/" + item.id() + ".yaml"), item.text());
            journey.append("  - item: ").append(item.id()).append('\n');
            boolean bears = item.yields().stream().anyMatch(BORN::contains);
            if (item.conditional()) {
                journey.append("    when: ")
                        .append(FLAGS.get(random.nextInt(FLAGS.size())))
                        .append('\n');
            }
            if (!bears) {
                journey.append("    optional: true\n");
            }
        }
        Files.writeString(city.resolve("journeys/j.yaml"), journey);
        var loaded = ServiceCatalogue.read(city, Definitions.shipped());
        assertThat(loaded.faults()).isEmpty();
        return loaded.value();
    }

    private static Map<String, Object> known(Random random) {
        Map<String, Object> known = new HashMap<>();
        FLAGS.stream().filter(_ -> random.nextInt(3) > 0).forEach(flag -> known.put(flag, random.nextBoolean()));
        ASKED.stream().filter(_ -> random.nextInt(4) == 0).forEach(element -> known.put(element, "known"));
        return known;
    }

    private static void check(JourneyPlan plan, Map<String, Drawn> drawn, Map<String, Object> known) {
        List<String> order = plan.steps().stream().map(step -> step.item().id()).toList();
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(plan.with(Verdict.APPLIES).stream()
                        .map(part -> part.item().id())
                        .toList());
        Set<String> needed = new TreeSet<>();
        order.forEach(item -> needed.addAll(of(drawn, item).needs()));
        assertThat(plan.form().stream().map(Field::element))
                .doesNotHaveDuplicates()
                .hasSameElementsAs(needed);
        Map<String, Set<String>> before = before(order, drawn, known);
        for (Field field : plan.form()) {
            checkField(field, order, before, drawn, known);
        }
        for (String item : order) {
            assertThat(order.subList(0, order.indexOf(item))).containsAll(of(before, item));
            assertThat(plan.step(item).orElseThrow().after()).isEqualTo(of(before, item));
        }
        checkDays(plan, before);
        plan.questions().forEach(question -> assertThat(known).doesNotContainKey(question.element()));
    }

    private static Map<String, Set<String>> before(
            List<String> order, Map<String, Drawn> drawn, Map<String, Object> known) {
        Map<String, Set<String>> before = new HashMap<>();
        for (String item : order) {
            Set<String> earlier = new TreeSet<>();
            for (String other : order) {
                boolean gives = of(drawn, item).needs().stream()
                        .anyMatch(need -> !known.containsKey(need)
                                && of(drawn, other).yields().contains(need));
                if (gives) {
                    earlier.add(other);
                }
            }
            before.put(item, earlier);
        }
        return before;
    }

    private static void checkField(
            Field field,
            List<String> order,
            Map<String, Set<String>> before,
            Map<String, Drawn> drawn,
            Map<String, Object> known) {
        boolean yielded =
                order.stream().anyMatch(item -> of(drawn, item).yields().contains(field.element()));
        Origin expected = known.containsKey(field.element()) ? Origin.KNOWN : yielded ? Origin.YIELDED : Origin.ASKED;
        assertThat(field.origin()).isEqualTo(expected);
        if (expected == Origin.YIELDED) {
            field.neededBy().forEach(item -> assertThat(of(before, item)).containsAll(field.from()));
        }
    }

    private static void checkDays(JourneyPlan plan, Map<String, Set<String>> before) {
        Map<String, Integer> days = plan.steps().stream()
                .collect(Collectors.toMap(step -> step.item().id(), step -> step.end() - step.start()));
        int longest = days.keySet().stream()
                .mapToInt(item -> longestTo(item, before, days))
                .max()
                .orElse(0);
        assertThat(plan.workingDays()).isEqualTo(longest);
        assertThat(plan.oneByOneDays())
                .isEqualTo(days.values().stream().mapToInt(Integer::intValue).sum());
        for (Step step : plan.steps()) {
            Map<String, Integer> slower = new HashMap<>(days);
            slower.merge(step.item().id(), 1, Integer::sum);
            int then = slower.keySet().stream()
                    .mapToInt(item -> longestTo(item, before, slower))
                    .max()
                    .orElse(0);
            assertThat(step.critical() || longest == 0)
                    .as("one day more of %s", step.item().id())
                    .isEqualTo(then > longest || longest == 0);
        }
    }

    /// Every path that ends with the item, tried one by one.
    private static int longestTo(String item, Map<String, Set<String>> before, Map<String, Integer> days) {
        return of(days, item)
                + of(before, item).stream()
                        .mapToInt(earlier -> longestTo(earlier, before, days))
                        .max()
                        .orElse(0);
    }

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
