package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcRatings implements Ratings {
    /// With so many stars or fewer it is a complaint.
    private static final int BAD = 2;

    private static final String FOLLOW_UP = "errand";
    private static final String FOLLOW_UP_TITLE = "回访差评：";

    private static final String INSERT = """
            insert into cases.rating (case_id, title, stars, words, rated_at, rated_by) values (?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final Files files;
    private final Cases cases;
    private final Times times;

    JdbcRatings(JdbcClient database, Files files, Cases cases, Times times) {
        this.database = database;
        this.files = files;
        this.cases = cases;
        this.times = times;
    }

    @Override
    @Transactional
    public Rating rate(long caseId, int stars, String words, Acting by) {
        if (stars < 1 || stars > MOST_STARS || words.strip().length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("a rating has 1 to " + MOST_STARS + " stars and at most " + LONGEST_WORDS
                    + " characters, not (" + stars + ") and (" + words.length() + ")");
        }
        // Under the lock: whoever sends the form twice has rated once.
        CaseRow file = files.lock(caseId).orElse(null);
        if (file == null || !isApplicant(by, file)) {
            return new Rating.NotYours();
        }
        if (file.open()) {
            return new Rating.NotClosed();
        }
        Optional<Given> before = of(caseId);
        if (before.isPresent()) {
            return new Rating.RatedBefore(before.get());
        }
        Given given = new Given(stars, words.strip(), times.now());
        database.sql(INSERT)
                .params(caseId, file.title, stars, given.words(), Times.stamp(given.at()), by.account())
                .update();
        if (stars <= BAD) {
            followUp(file);
        }
        return new Rating.Rated(given);
    }

    private static boolean isApplicant(Acting by, CaseRow file) {
        Mandate mandate = by.mandate();
        return by.account().equals(file.person)
                || mandate != null && mandate.firm().equals(file.firm) && mandate.allows(Mandate.Purpose.APPLY);
    }

    private void followUp(CaseRow file) {
        String title = FOLLOW_UP_TITLE + file.title;
        NewCase errand = NewCase.of(
                FOLLOW_UP,
                title.substring(0, Math.min(title.length(), Cases.LONGEST_TITLE)),
                file.applicant,
                file.unit);
        cases.open(file.firm == null ? errand : errand.forFirm(file.firm), Actor.house("cases"));
    }

    @Override
    public Optional<Given> of(long caseId) {
        return database.sql("select stars, words, rated_at from cases.rating where case_id = ?")
                .param(caseId)
                .query((row, _) -> new Given(
                        row.getInt("stars"),
                        row.getString("words"),
                        Objects.requireNonNull(row.getObject("rated_at", OffsetDateTime.class))
                                .toInstant()))
                .optional();
    }

    @Override
    public Score score(String title) {
        return database.sql("select count(*) as ratings, avg(stars) as average from cases.rating where title = ?")
                .param(title)
                .query((row, _) -> {
                    BigDecimal average = row.getBigDecimal("average");
                    return new Score(
                            row.getInt("ratings"), average == null ? null : average.setScale(1, RoundingMode.HALF_UP));
                })
                .single();
    }

    @Override
    public List<OfTitle> since(LocalDate day) {
        return database.sql("""
                        select title, count(*) as ratings, avg(stars) as average,
                               count(*) filter (where stars <= ?) as bad
                          from cases.rating where rated_at >= ?
                         group by title order by ratings desc, title""")
                .params(BAD, Times.stamp(day.atStartOfDay(times.zone()).toInstant()))
                .query((row, _) -> new OfTitle(
                        row.getString("title"),
                        row.getInt("ratings"),
                        Objects.requireNonNull(row.getBigDecimal("average")).setScale(1, RoundingMode.HALF_UP),
                        row.getInt("bad")))
                .list();
    }
}
