package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.NextQuestion;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

@Component
class RegisterMatches implements Matches {
    private final FilePolicies policies;
    private final Portraits portraits;
    private final Elements elements;
    private final Judge judge;
    private final MatchRecords records;
    private final MatchRecorder recorder;
    private final ReachCount reach;

    RegisterMatches(
            FilePolicies policies,
            Portraits portraits,
            Elements elements,
            Judge judge,
            MatchRecords records,
            MatchRecorder recorder,
            ReachCount reach) {
        this.policies = policies;
        this.portraits = portraits;
        this.elements = elements;
        this.judge = judge;
        this.records = records;
        this.recorder = recorder;
        this.reach = reach;
    }

    @Override
    public Judgement judge(Row data, LocalDate asOf) {
        return judge.judge(policies.texts(asOf), data, asOf);
    }

    @Override
    public Optional<Judgement> forFirm(CreditCode firm, LocalDate asOf) {
        return portraits.asOf(firm, asOf).map(this::forFirm);
    }

    @Override
    public Judgement forFirm(Portrait portrait) {
        Judgement judgement = judge(portrait, portrait.asOf());
        boolean today = portrait.asOf().equals(policies.today());
        return today && !recorder.upToDate(portrait.firm(), judgement, portrait)
                ? recorder.bringUpToDate(portrait.firm()).orElse(judgement)
                : judgement;
    }

    @Override
    public Judgement standing(Portrait portrait) {
        AsReported reported = new AsReported(portrait);
        Judgement judgement = forFirm(portrait);
        return reported.anyContested() ? judge.standing(judgement, reported) : judgement;
    }

    @Override
    public List<Question> questions(Portrait portrait, int limit) {
        return questions(
                portrait, portrait.asOf(), limit, element -> element.selfDeclared() && !contested(portrait, element));
    }

    @Override
    public List<Question> questions(Row data, LocalDate asOf, int limit) {
        return questions(data, asOf, limit, _ -> true);
    }

    /// Rules miss a contested fact, but the firm need not say again what it thinks of it: the department must answer.
    private static boolean contested(Portrait portrait, ElementDefinition element) {
        return portrait.fact(element.id()).map(Portrait.Fact::contested).orElse(false);
    }

    private List<Question> questions(Row data, LocalDate asOf, int limit, Predicate<ElementDefinition> mayAsk) {
        List<InForce> texts = policies.texts(asOf);
        Map<String, List<String>> waiting = new HashMap<>();
        for (InForce text : texts) {
            if (text.version().rule().decide(data, asOf) instanceof Outcome.Unknown(var missing)) {
                missing.forEach(element -> waiting.computeIfAbsent(element, _ -> new ArrayList<>())
                        .add(text.policy().id()));
            }
        }
        Map<String, ElementDefinition> askable = new TreeMap<>();
        for (String missing : waiting.keySet()) {
            elements.find(missing)
                    .filter(element -> element.ask() != null && mayAsk.test(element))
                    .ifPresent(element -> askable.put(missing, element));
        }
        List<Rule> rules = texts.stream().map(text -> text.version().rule()).toList();
        List<Question> questions = new ArrayList<>();
        for (NextQuestion.Asked asked : NextQuestion.rank(rules, data, asOf, askable.keySet())) {
            ElementDefinition element = Objects.requireNonNull(askable.get(asked.elementId()));
            if (questions.size() < limit) {
                questions.add(new Question(element, asked.decides(), waiting.getOrDefault(element.id(), List.of())));
            }
        }
        return questions;
    }

    @Override
    public History history(CreditCode firm, int offset, int limit) {
        return records.history(firm, offset, limit);
    }

    @Override
    public Optional<RecordedMatch> recorded(CreditCode firm, long id) {
        return records.find(firm, id);
    }

    @Override
    public Optional<Match> replay(RecordedMatch recorded) {
        return recorded.verdict() == null
                ? Optional.empty()
                : policies.published(recorded.policyId(), recorded.version())
                        .map(text -> judge.judge(text, recorded.row(), recorded.asOf()));
    }

    @Override
    public CityReach reach() {
        return reach.current();
    }
}
