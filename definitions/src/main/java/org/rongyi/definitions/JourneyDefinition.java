package org.rongyi.definitions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// A journey (一件事): the items that one plan of a firm needs. Its form, materials, order and days are not drawn here;
/// they follow from what the items declare.
///
/// @param lead id of the department that answers for the whole
/// @param done what has been reached at the end, such as "open for business"
/// @param handedInAt page of the room that takes it in; null: the ordinary form, with a case for each item
/// @param content the file without comments and line breaks, as it is published
public record JourneyDefinition(
        String id,
        String version,
        Words name,
        Stage stage,
        Subject subject,
        String lead,
        Words what,
        @Nullable Words done,
        @Nullable String handedInAt,
        List<Part> parts,
        List<Words> verify,
        @Nullable Words source,
        String content,
        Place place) {

    /// The part of a firm's life in which it comes up.
    public enum Stage {
        START("开办", "Start"),
        OPERATE("经营", "Operate"),
        STAFF("用工", "Staff"),
        CHANGE("变更", "Change"),
        CLOSE("退出", "Close");

        private final Words words;

        Stage(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// Whom it is about. A portrait fills the form of its own firm only, never that of a firm that does not exist yet.
    public enum Subject {
        NEW_FIRM,
        FIRM
    }

    /// One item of the journey.
    ///
    /// @param when says over elements whether it applies; null: always
    /// @param why when it applies, plainly
    /// @param optional the applicant may leave it out
    public record Part(
            String item, @Nullable Rule when, @Nullable Words why, boolean optional, Place place) {}

    public Optional<Part> part(String item) {
        return parts.stream().filter(part -> part.item().equals(item)).findFirst();
    }
}
