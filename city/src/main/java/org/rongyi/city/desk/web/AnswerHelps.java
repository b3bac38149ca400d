package org.rongyi.city.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealSearch;
import org.rongyi.city.appeals.Calls;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Finds what was answered before to what is alike, and what there is to cite: policies in force and service items of
/// which the name stands in the appeal, at least by half. A draft is a beginning; an officer answers.
@Component
class AnswerHelps {
    private static final int MOST_CITED = 3;
    private static final double BY_HALF = 0.5;

    private final Seats seats;
    private final Calls calls;
    private final AppealSearch search;
    private final Policies policies;
    private final Catalogue catalogue;

    AnswerHelps(Seats seats, Calls calls, AppealSearch search, Policies policies, Catalogue catalogue) {
        this.seats = seats;
        this.calls = calls;
        this.search = search;
        this.policies = policies;
        this.catalogue = catalogue;
    }

    AnswerHelp of(Page page, Acting reader, Case now) {
        Optional<Appeal> appeal = seats.ofCase(now.id());
        return appeal.map(found -> new AnswerHelp(calls.answers(found.words(), reader), cited(page, found.words())))
                .orElse(AnswerHelp.NONE);
    }

    /// How many others brought up the same matter: they read this answer too.
    int others(Case now) {
        return seats.ofCase(now.id()).map(search::merged).orElse(0);
    }

    private record Named(Words name, String href, String words) {}

    private List<AnswerHelp.Cited> cited(Page page, String words) {
        Set<Integer> said = pairs(words);
        return Stream.concat(
                        policies.inForce(page.today()).stream().map(AnswerHelps::policy),
                        catalogue.items().stream()
                                .map(item -> new Named(
                                        item.name(),
                                        "/items/" + item.id(),
                                        "事项“" + item.name().zh() + "”的办事指南")))
                .map(named -> new Scored(named, share(pairs(named.name.zh()), said)))
                .filter(scored -> scored.share >= BY_HALF)
                .sorted(Comparator.comparingDouble(Scored::share).reversed())
                .limit(MOST_CITED)
                .map(scored -> new AnswerHelp.Cited(page.say(scored.named.name), scored.named.href, scored.named.words))
                .toList();
    }

    private record Scored(Named named, double share) {}

    private static Named policy(PolicyDefinition policy) {
        String number = policy.documentNo() == null ? "" : "（" + policy.documentNo() + "）";
        return new Named(
                policy.title(), "/policies/" + policy.id(), "《" + policy.title().zh() + "》" + number);
    }

    private static Set<Integer> pairs(String text) {
        return Arrays.stream(Grams.of(text)).boxed().collect(Collectors.toSet());
    }

    private static double share(Set<Integer> name, Set<Integer> said) {
        return name.isEmpty()
                ? 0
                : (double) name.stream().filter(said::contains).count() / name.size();
    }

    /// What others gave, the chosen earlier answer, and what to cite; what an answer cannot hold is left out.
    ///
    /// @param chosen which of the earlier answers, from 0
    static String draft(String beginning, AnswerHelp help, int chosen) {
        List<String> parts = new ArrayList<>();
        IntStream.of(chosen)
                .filter(number -> number >= 0 && number < help.answers().size())
                .forEach(number -> parts.add(help.answers().get(number)));
        if (!help.cited().isEmpty()) {
            parts.add(
                    "依据：" + help.cited().stream().map(AnswerHelp.Cited::words).collect(Collectors.joining("、")) + "。");
        }
        String draft = beginning;
        for (String part : parts) {
            String longer = draft.isBlank() ? part : draft + "\n" + part;
            draft = longer.length() <= Cases.LONGEST_TEXT ? longer : draft;
        }
        return draft;
    }
}
