package org.rongyi.texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds topics: reports that mean nearly the same, and of which more people speak than usual, in one place
/// or in the whole city. It only counts; what follows from a topic people decide.
///
/// @param recentDays how long "now" is
/// @param usualDays how long before that the usual level is taken from
/// @param likeness from which on two reports are about the same topic
/// @param leastReporters fewer voices are no topic
/// @param rarest how improbable so many voices must be at the usual level
public record Topics(int recentDays, int usualDays, double likeness, int leastReporters, double rarest) {
    /// A week beside the eight before it.
    public static final Topics USUAL = new Topics(7, 56, 0.68, 3, 0.001);

    /// Past years are compared this far to either side of the day.
    private static final int SEASON_DAYS = 14;

    private static final int DAYS_OF_YEAR = 365;
    private static final double MOST_IN_ONE_PLACE = 0.7;

    public Topics {
        if (recentDays < 1 || usualDays < recentDays || leastReporters < 2) {
            throw new IllegalArgumentException("a topic needs days to look at, more of them before, and two voices");
        }
    }

    /// @param keys of the reports, the one that says best what all say first
    /// @param place empty: in the whole city
    /// @param reporters how many different voices
    /// @param usual how many voices there are in as many days otherwise
    /// @param chance of so many voices at the usual level: the smaller, the more remarkable
    public record Topic(
            List<String> keys,
            String place,
            LocalDate first,
            LocalDate last,
            int reporters,
            double usual,
            double chance) {
        public Topic {
            keys = List.copyOf(keys);
        }
    }

    /// What comes up more often in the days up to today than in those before, the most remarkable first.
    public List<Topic> emerging(Collection<Report> reports, LocalDate today) {
        var now = today.minusDays(recentDays);
        var before = now.minusDays(usualDays);
        var recent = chosen(
                reports, report -> report.day().isAfter(now) && !report.day().isAfter(today));
        var earlier = chosen(
                reports, report -> report.day().isAfter(before) && !report.day().isAfter(now));
        return risen(recent, earlier, (double) recentDays / usualDays);
    }

    /// What came up in the weeks around a day of last year more often than in the rest of that year, and so
    /// may come again: to be looked after before anybody complains.
    public List<Topic> seasonal(Collection<Report> reports, LocalDate ahead) {
        var day = ahead.minusYears(1);
        var from = day.minusDays(SEASON_DAYS);
        var to = day.plusDays(SEASON_DAYS);
        int season = 2 * SEASON_DAYS + 1;
        int rest = DAYS_OF_YEAR - season;
        var of = chosen(
                reports, report -> !report.day().isBefore(from) && !report.day().isAfter(to));
        var beside = chosen(
                reports,
                report -> (report.day().isBefore(from) && !report.day().isBefore(from.minusDays(rest / 2)))
                        || (report.day().isAfter(to) && !report.day().isAfter(to.plusDays(rest / 2))));
        return risen(of, beside, (double) season / rest);
    }

    private static List<Report> chosen(Collection<Report> reports, Predicate<Report> those) {
        return reports.stream()
                .filter(those)
                .sorted(Comparator.comparing(Report::day).thenComparing(Report::key))
                .toList();
    }

    /// @param share how much shorter the time of the first is than that of the others
    private List<Topic> risen(List<Report> reports, List<Report> others, double share) {
        var topics = new ArrayList<Topic>();
        var inPlaces = new TreeMap<String, List<Report>>();
        reports.stream()
                .filter(report -> !report.place().isEmpty())
                .forEach(report -> inPlaces.computeIfAbsent(report.place(), any -> new ArrayList<>())
                        .add(report));
        inPlaces.forEach((place, there) -> {
            var othersThere = others.stream()
                    .filter(report -> report.place().equals(place))
                    .toList();
            for (var cluster : clusters(there)) {
                add(topics, topic(place, cluster, there, othersThere, share));
            }
        });
        for (var cluster : clusters(reports)) {
            var topic = topic("", cluster, reports, others, share);
            if (topic != null && !isOfOnePlace(topic, reports)) {
                topics.add(topic);
            }
        }
        topics.sort(Comparator.comparingDouble(Topic::chance)
                .thenComparing(topic -> topic.keys().getFirst()));
        return List.copyOf(topics);
    }

    private static void add(List<Topic> topics, @Nullable Topic topic) {
        if (topic != null) {
            topics.add(topic);
        }
    }

    private @Nullable Topic topic(
            String place, Cluster cluster, List<Report> reports, List<Report> others, double share) {
        var centre = cluster.centre();
        var about = reports.stream()
                .filter(report -> report.meaning().likeness(centre) >= likeness)
                .toList();
        int voices = voices(about);
        if (voices < leastReporters) {
            return null;
        }
        var before = others.stream()
                .filter(report -> report.meaning().likeness(centre) >= likeness)
                .toList();
        // One more than was seen: what never came up before is not impossible.
        double usual = (voices(before) + 1) * share;
        double chance = atLeast(voices, usual);
        if (chance > rarest) {
            return null;
        }
        var keys = about.stream()
                .sorted(Comparator.<Report>comparingDouble(
                                report -> -report.meaning().likeness(centre))
                        .thenComparing(Report::key))
                .map(Report::key)
                .toList();
        return new Topic(keys, place, about.getFirst().day(), about.getLast().day(), voices, usual, chance);
    }

    private static int voices(List<Report> reports) {
        return (int) reports.stream().map(Report::reporter).distinct().count();
    }

    /// A topic of the city that is nearly all in one place is that place's.
    private static boolean isOfOnePlace(Topic topic, List<Report> reports) {
        var keys = new HashSet<>(topic.keys());
        var counts = new TreeMap<String, Integer>();
        reports.stream()
                .filter(report -> !report.place().isEmpty() && keys.contains(report.key()))
                .forEach(report -> counts.merge(report.place(), 1, Integer::sum));
        return counts.values().stream().anyMatch(count -> count > MOST_IN_ONE_PLACE * keys.size());
    }

    /// The probability of at least so many, if they come by chance and on average as many as expected
    /// (Poisson).
    static double atLeast(int count, double expected) {
        double each = Math.exp(-expected);
        double fewer = 0;
        for (int i = 0; i < count; i++) {
            fewer += each;
            each *= expected / (i + 1);
        }
        // What is left of one is lost in rounding when it is small; then its first parts tell enough.
        if (1 - fewer > 1e-9) {
            return 1 - fewer;
        }
        double tail = 0;
        for (int i = count; i < count + 50; i++) {
            tail += each;
            each *= expected / (i + 1);
        }
        return tail;
    }

    /// Reports that mean nearly the same; each goes to the cluster whose middle is nearest. Taken in order of
    /// time, so the same reports give the same clusters.
    private List<Cluster> clusters(List<Report> reports) {
        var clusters = new ArrayList<Cluster>();
        for (var report : reports) {
            Cluster nearest = null;
            double most = likeness;
            for (var cluster : clusters) {
                double like = cluster.centre().likeness(report.meaning());
                if (like >= most) {
                    most = like;
                    nearest = cluster;
                }
            }
            if (nearest == null) {
                nearest = new Cluster();
                clusters.add(nearest);
            }
            nearest.add(report.meaning());
        }
        return clusters;
    }

    /// Grows; its centre is the middle of what is in it.
    private static final class Cluster {
        private final float[] sum = new float[Meaning.DIMENSIONS];
        private @Nullable Meaning centre;

        void add(Meaning meaning) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += meaning.direction()[i];
            }
            centre = null;
        }

        Meaning centre() {
            var known = centre == null ? Meaning.towards(sum) : centre;
            centre = known;
            return known;
        }
    }
}
