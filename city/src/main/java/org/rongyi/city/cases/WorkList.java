package org.rongyi.city.cases;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// Open work, the earliest date first.
public interface WorkList {
    int MOST_ON_A_PAGE = 200;

    /// @param after the cursor of the page before; null: the first
    /// @param limit 1 to [#MOST_ON_A_PAGE]
    Page page(Query query, @Nullable String after, int limit);

    /// How many there are in each bucket, whatever bucket the query names.
    Counts counts(Query query);

    /// The kinds and titles in this list and how many tasks each has, the most frequent first, whatever bucket, kind,
    /// title and text the query names.
    List<Choice> choices(Query query);

    /// What waits for a firm.
    List<Item> ofFirm(CreditCode firm);

    /// @param account the officer who asks
    /// @param unit his or her department
    /// @param bucket null: all
    /// @param text part of title, applicant or number; null: everything
    /// @param kind id of a kind; null: all
    /// @param title of the cases, such as the name of a service item; null: all
    record Query(
            Whose whose,
            String account,
            String unit,
            @Nullable Bucket bucket,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String title) {
        public static Query of(Whose whose, String account, String unit) {
            return new Query(whose, account, unit, null, null, null, null);
        }

        public Query in(@Nullable Bucket only) {
            return new Query(whose, account, unit, only, text, kind, title);
        }

        public Query saying(@Nullable String words) {
            return new Query(whose, account, unit, bucket, words, kind, title);
        }

        public Query about(@Nullable String ofKind, @Nullable String called) {
            return new Query(whose, account, unit, bucket, text, ofKind, called);
        }
    }

    record Choice(String kind, Words name, String title, int tasks) {}

    enum Whose {
        MINE,
        /// Of the department, and nobody has taken it.
        FREE,
        MINE_AND_FREE,
        /// Everything of the department.
        UNIT
    }

    /// By date in the city: a task is due on its day, overdue from the instant on at which its clock ran out. What
    /// waits
    /// for others comes last.
    enum Bucket {
        OVERDUE,
        TODAY,
        /// To the Sunday of this week.
        WEEK,
        /// Also what has no date yet.
        LATER,
        /// The firm has it, or its clock stands still.
        WAITING
    }

    /// @param next cursor of the page that follows; null at the end
    record Page(List<Item> items, @Nullable String next) {}

    record Counts(Map<Bucket, Integer> each) {
        public Counts {
            each = new EnumMap<>(each);
        }

        public int of(Bucket bucket) {
            return each.getOrDefault(bucket, 0);
        }

        public int all() {
            return each.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param task what is to be done
    /// @param raised it was put before somebody because it was not done below
    /// @param kind of the case
    /// @param state in which the case is
    /// @param unit that has the case
    /// @param handler account; null while nobody handles the case
    record Item(
            long caseId,
            String number,
            Words task,
            boolean raised,
            Words kind,
            String title,
            String applicant,
            Words state,
            String unit,
            @Nullable String handler,
            @Nullable Instant dueAt,
            boolean paused,
            Bucket bucket) {}
}
