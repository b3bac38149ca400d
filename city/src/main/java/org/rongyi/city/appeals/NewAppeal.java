package org.rongyi.city.appeals;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.vocabulary.AreaCode;

/// What somebody brings up.
///
/// @param key names this very sending: the same twice is one appeal, and the same receipt; something else under the
///     same key is an appeal of its own
/// @param area where the entrance knows it; otherwise it is read from the place
/// @param category code of a leaf, where a person chose it
/// @param insists the reporter was told a legal route and says that it is something else
public record NewAppeal(
        String key,
        Channel channel,
        String words,
        String place,
        @Nullable AreaCode area,
        Reporter reporter,
        @Nullable String category,
        boolean insists) {
    public static final int LONGEST_WORDS = 4000;
    public static final int LONGEST_PLACE = 200;
    public static final int LONGEST_WHO = 200;
    public static final int LONGEST_KEY = 64;

    public NewAppeal {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("the key (" + key + ") must have 1 to " + LONGEST_KEY + " characters");
        }
        if (words.isBlank()
                || words.length() > LONGEST_WORDS
                || place.length() > LONGEST_PLACE
                || reporter.who().length() > LONGEST_WHO) {
            throw new IllegalArgumentException("an appeal has (" + words.length() + ", " + place.length() + ", "
                    + reporter.who().length() + ") characters\nMaybe at most " + LONGEST_WORDS + ", " + LONGEST_PLACE
                    + ", " + LONGEST_WHO + ".");
        }
    }

    /// Whether this is what was accepted, sent once more.
    boolean isThat(Appeal accepted) {
        Reporter before = accepted.reporter();
        return accepted.channel() == channel
                && accepted.words().equals(words.strip())
                && accepted.place().equals(place.strip())
                && before.who().equals(reporter.who().strip())
                && before.confidential() == reporter.confidential()
                && Objects.equals(before.firm(), reporter.firm())
                && Objects.equals(before.account(), reporter.account());
    }

    /// The same, kept at the desk whatever its words say.
    NewAppeal insisting() {
        return new NewAppeal(key, channel, words, place, area, reporter, category, true);
    }

    /// The same under a key of its own, that follows from what is said: sent twice, it still is one appeal.
    NewAppeal asItsOwn() {
        String said = String.join("\n", key, channel.name(), words.strip(), place.strip(), reporter.toString());
        String own =
                UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
        return new NewAppeal(own, channel, words, place, area, reporter, category, insists);
    }
}
