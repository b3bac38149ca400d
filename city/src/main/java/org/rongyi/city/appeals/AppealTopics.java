package org.rongyi.city.appeals;

import java.time.LocalDate;
import java.util.List;

/// What appeals are about lately, by meaning: which probably report the same matter, and what comes up more often than
/// usual. It only finds and counts; what follows people decide. Read in the background: an answer is of what has been
/// read
/// so far, and never waits for long.
public interface AppealTopics {
    /// How many days one looks back.
    int DAYS = 63;
    /// With fewer nobody can tell what is usual.
    int FEWEST_DAYS = 21;

    Emerging emerging();

    /// The topic of which this appeal is the one that says best what all say.
    ///
    /// @return at most one
    default List<Topic> topic(String number) {
        return emerging().topics().stream()
                .filter(topic -> topic.numbers().getFirst().equals(number))
                .toList();
    }

    /// Probably the same matter, the nearest first.
    List<Alike> alike(Appeal appeal, int limit);

    /// The same for what is not brought up yet.
    List<Alike> alike(String words, int limit);

    /// @param read how many appeals
    /// @param whole nothing is left to be read
    /// @param days so many are covered: fewer than [#DAYS] where there were more appeals than are kept
    /// @param able this machine, in this city, can compare them at all
    record Emerging(List<Topic> topics, int read, boolean whole, int days, boolean able) {
        static final Emerging NOTHING = new Emerging(List.of(), 0, false, DAYS, true);
        static final Emerging UNABLE = new Emerging(List.of(), 0, false, 0, false);

        public Emerging {
            topics = List.copyOf(topics);
        }

        public boolean enough() {
            return days >= FEWEST_DAYS;
        }

        Emerging with(int readNow) {
            return new Emerging(topics, readNow, false, days, able);
        }
    }

    /// @param numbers of the appeals, the one that says best what all say first
    /// @param area code; empty: the whole city
    /// @param voices how many different reporters
    /// @param usual how many there are in as many days otherwise
    record Topic(List<String> numbers, String area, LocalDate first, LocalDate last, int voices, double usual) {
        public Topic {
            numbers = List.copyOf(numbers);
        }
    }

    /// @param likeness 0 to 1
    record Alike(Appeal appeal, String state, String unit, double likeness) {}
}
