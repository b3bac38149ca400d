package org.rongyi.definitions.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.journey.Derivation.Applying;
import org.rongyi.definitions.journey.Derivation.Inputs;
import org.rongyi.definitions.journey.JourneyPlan.Step;

/// Which item starts when: each as soon as its inputs exist.
final class Order {
    private final Map<String, Set<String>> before = new LinkedHashMap<>();
    private final Map<String, Applying> applying;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    private Order(Map<String, Applying> applying) {
        this.applying = applying;
    }

    static Order of(Map<String, Applying> applying, Inputs inputs) {
        Order order = new Order(applying);
        applying.values().forEach(item -> order.before.put(item.id(), inputs.before(item)));
        order.arrange();
        order.markCritical();
        return order;
    }

    /// One stage after the other, each in the order of the journey's file. Items that wait for each other do not occur:
    /// a
    /// catalogue with such a circle is refused.
    private void arrange() {
        List<String> waiting = new ArrayList<>(before.keySet());
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.stream()
                    .filter(item -> steps.keySet().containsAll(before(item)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("items wait for each other: " + waiting);
            }
            List<Step> stage = ready.stream().map(this::step).toList();
            stage.forEach(step -> steps.put(step.item().id(), step));
            waiting.removeAll(ready);
        }
    }

    private Set<String> before(String item) {
        return before.getOrDefault(item, Set.of());
    }

    private Step step(String id) {
        int stage = 0;
        int start = 0;
        for (String earlier : before(id)) {
            Step step = get(earlier);
            stage = Math.max(stage, step.stage());
            start = Math.max(start, step.end());
        }
        Applying item = Objects.requireNonNull(applying.get(id));
        return new Step(item.item(), before(id), stage + 1, start, item.days(), false);
    }

    private Step get(String id) {
        return Objects.requireNonNull(steps.get(id));
    }

    /// Backwards: an item is critical when its own days and the longest chain behind it reach the end.
    private void markCritical() {
        int longest = longest();
        Map<String, Integer> behind = new HashMap<>();
        for (Step step : new ArrayList<>(steps.values()).reversed()) {
            int tail = behind.getOrDefault(step.item().id(), 0);
            step.after().forEach(earlier -> behind.merge(earlier, step.end() - step.start() + tail, Math::max));
            if (longest > 0 && step.end() + tail == longest) {
                steps.put(
                        step.item().id(),
                        new Step(step.item(), step.after(), step.stage(), step.start(), step.days(), true));
            }
        }
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /// Whether the one is done before the other starts.
    boolean precedes(String earlier, String later) {
        Set<String> seen = new HashSet<>(before(later));
        List<String> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            for (String more : before(open.removeLast())) {
                if (seen.add(more)) {
                    open.add(more);
                }
            }
        }
        return seen.contains(earlier);
    }

    int longest() {
        return steps.values().stream().mapToInt(Step::end).max().orElse(0);
    }

    int sum() {
        return steps.values().stream().map(Step::days).mapToInt(Order::counted).sum();
    }

    private static int counted(@Nullable Integer days) {
        return days == null ? 0 : days;
    }
}
