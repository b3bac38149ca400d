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
    record Emerging(List<Topic> topics, int read, boolean whole) {
        static final Emerging NOTHING = new Emerging(List.of(), 0, false);
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
