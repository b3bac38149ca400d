package org.rongyi.definitions.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.ServiceTerms.Material;
import org.rongyi.definitions.journey.Derivation.Applying;
import org.rongyi.definitions.journey.Derivation.Inputs;
import org.rongyi.definitions.journey.JourneyPlan.Handling;
import org.rongyi.definitions.journey.JourneyPlan.Paper;

/// The one set of papers: each once, and none that a licence or a department proves.
record Papers(ServiceTerms terms, Map<String, Applying> applying, Inputs inputs, Order order) {

    List<Paper> all() {
        List<Paper> papers = new ArrayList<>();
        neededBy(Applying::materials)
                .forEach((id, items) -> terms.material(id).ifPresent(material -> papers.add(paper(material, items))));
        neededBy(Applying::licences).forEach((id, items) -> {
            boolean needless = papers.stream()
                    .anyMatch(paper -> terms.material(paper.id()).stream()
                            .anyMatch(material -> material.provedBy().contains(id)));
            if (!needless) {
                papers.add(licence(id, items));
            }
        });
        return List.copyOf(papers);
    }

    private Map<String, List<String>> neededBy(Function<Applying, Iterable<String>> needs) {
        Map<String, List<String>> neededBy = new LinkedHashMap<>();
        applying.values()
                .forEach(item -> needs.apply(item)
                        .forEach(id -> neededBy.computeIfAbsent(id, _ -> new ArrayList<>())
                                .add(item.id())));
        return neededBy;
    }

    private Paper paper(Material material, List<String> items) {
        Optional<Paper> proved = material.provedBy().stream()
                .map(licence -> licence(material.id(), false, licence, items))
                .filter(paper -> !paper.handedIn())
                .findFirst();
        if (proved.isPresent()) {
            return proved.get();
        }
        if (material.sharedBy() != null) {
            return new Paper(material.id(), false, Handling.SHARED, material.sharedBy(), items);
        }
        Handling handling = material.promise() ? Handling.PROMISE : Handling.HAND_IN;
        return new Paper(material.id(), false, handling, null, items);
    }

    private Paper licence(String id, List<String> items) {
        return licence(id, true, id, items);
    }

    private Paper licence(String id, boolean itself, String licence, List<String> items) {
        if (inputs.held(licence)) {
            return new Paper(id, itself, Handling.LICENCE_HELD, licence, items);
        }
        boolean before = items.stream()
                .allMatch(item -> inputs.issuing(licence).stream().anyMatch(issuer -> order.precedes(issuer, item)));
        return before
                ? new Paper(id, itself, Handling.ISSUED_BEFORE, licence, items)
                : new Paper(id, itself, Handling.HAND_IN, null, items);
    }
}
