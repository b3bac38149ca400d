package org.rongyi.city.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.springframework.stereotype.Component;

/// What to search for when nothing comes to mind: what the policies in force are about, the most frequent first.
@Component
class Subjects {
    private static final int SHOWN = 4;

    private final Policies policies;

    Subjects(Policies policies) {
        this.policies = policies;
    }

    List<Link> of(Page page) {
        Map<PolicyDefinition.Field, Integer> fields = new EnumMap<>(PolicyDefinition.Field.class);
        policies.inForce(page.today()).forEach(policy -> {
            if (policy.field() != null) {
                fields.merge(policy.field(), 1, Integer::sum);
            }
        });
        return fields.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .limit(SHOWN)
                .map(entry -> entry.getKey().words())
                .map(words ->
                        new Link(words, "/search?q=" + URLEncoder.encode(page.say(words), StandardCharsets.UTF_8)))
                .toList();
    }
}
