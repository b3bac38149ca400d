package org.rongyi.city.appeals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.Routing.Advice;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.texts.Example;
import org.rongyi.texts.Meaning;
import org.rongyi.texts.MeaningsUnavailable;
import org.rongyi.texts.ShippedExamples;
import org.rongyi.texts.Suggestion;
import org.rongyi.texts.TextAdvice;
import org.rongyi.texts.Writing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says of a text which category it is of: by the words that the catalogue names, where they leave no doubt; otherwise
/// by what was learnt from the city's examples and from what seats chose. Below its threshold a person decides.
@Component
class Advisor implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Advisor.class);
    private static final int MOST_CORRECTIONS = 5000;

    private final AppealCatalogue catalogue;
    private final Routing routing;
    private final Path examples;
    private final boolean learns;
    private final JdbcClient database;
    private final TextAdvice texts;
    private final Relearning relearning;

    Advisor(
            AppealCatalogue catalogue,
            CityFolder folder,
            JdbcClient database,
            Clock clock,
            @Value("${rongyi.appeals.learn:true}") boolean learn) {
        this.catalogue = catalogue;
        this.routing = new Routing(catalogue);
        this.examples = folder.resolve("appeals/examples.csv");
        this.learns = learn && Files.exists(examples);
        this.database = database;
        this.texts = new TextAdvice(this::examples);
        this.relearning = new Relearning(clock, () -> {
            var _ = texts.learnAgain();
        });
    }

    /// Never waits: while the first learning goes on, and where this machine cannot run the model, only the words of
    /// the catalogue speak.
    Advice advise(String words) {
        Advice byWords = routing.advise(words);
        if (byWords.sure() || !learns) {
            return byWords;
        }
        return suggestion(words).flatMap(this::advice).orElse(byWords);
    }

    private Optional<Suggestion> suggestion(String words) {
        relearning.learnWhenDue();
        try {
            return texts.suggestNow(new Writing("", words));
        } catch (MeaningsUnavailable broken) {
            LOG.warn("The category of an appeal is left to a person: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Advice> advice(Suggestion suggestion) {
        return suggestion.best().stream()
                .findFirst()
                .flatMap(best -> catalogue
                        .leaf(best.label())
                        .map(leaf -> new Advice(leaf, best.confidence(), suggestion.sure())));
    }

    boolean learns() {
        return learns;
    }

    /// What the words mean; empty where this machine cannot run the model.
    Optional<Meaning> meaning(String words) {
        try {
            return Optional.of(texts.meaning(new Writing("", words)));
        } catch (MeaningsUnavailable broken) {
            LOG.warn("What appeals mean cannot be told: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    /// The categories that fit best, for a seat who decides.
    List<Advice> candidates(String words) {
        if (!learns) {
            return List.of();
        }
        List<Advice> candidates = new ArrayList<>();
        for (Suggestion.Candidate each : suggestion(words).map(Suggestion::best).orElse(List.of())) {
            Optional<Leaf> leaf = catalogue.leaf(each.label());
            leaf.ifPresent(found -> candidates.add(new Advice(found, each.confidence(), false)));
        }
        return candidates;
    }

    /// A seat chose otherwise: it counts from the next learning on.
    void corrected() {
        if (learns) {
            relearning.corrected();
        }
    }

    private List<Example> examples() {
        relearning.learning();
        List<Example> all = new ArrayList<>();
        try {
            ShippedExamples.Read read = ShippedExamples.read(examples);
            read.faults().forEach(fault -> LOG.warn("An example of an appeal is left out: {}", fault));
            read.examples().stream()
                    .map(Example::label)
                    .filter(label -> catalogue.leaf(label).isEmpty())
                    .distinct()
                    .forEach(label -> LOG.warn("Examples are of the category ({}), which appeals.yaml has not", label));
            all.addAll(read.examples());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.addAll(database.sql("""
                        select words, category from appeals.appeal
                         where chosen_by is not null and category is not null order by id desc limit ?""")
                .param(MOST_CORRECTIONS)
                .query((row, _) -> new Example(row.getString("words"), row.getString("category")))
                .list());
        return all;
    }

    @Override
    public void destroy() {
        texts.close();
    }
}
