package org.rongyi.city.documents;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;
import org.rongyi.seals.ofd.Unreadable;

/// A firm puts one of its seals on a document: it is brought in, shown with its place, and sealed once the
/// person has proved twice who it is.
public interface Signing {
    int LARGEST_FILE = 4 << 20;
    int MOST_TRIES = 5;
    /// Of a person, in all sittings.
    int MOST_TRIES_AN_HOUR = 20;
    /// That a person has begun and not sealed.
    int MOST_OPEN = 20;
    /// What was sealed can be downloaded for so long.
    int KEPT_DAYS = 30;

    /// How many others may seal a PDF behind its first seal.
    int MOST_OTHERS = 3;

    /// @param page counted from 1; 0: the last one. Where a PDF keeps a place, that is taken, whatever page and corner
    /// say
    /// @param others for how many of them the first seal of a PDF keeps places; of an OFD it does not matter
    record Order(
            String seal,
            @Nullable UsePurpose purpose,
            String name,
            byte[] file,
            int page,
            @Nullable Corner corner,
            int others) {}

    /// Where on a page, two centimetres from its edges.
    enum Corner {
        BOTTOM_RIGHT(new Words("右下角", "bottom right")),
        BOTTOM_LEFT(new Words("左下角", "bottom left")),
        TOP_RIGHT(new Words("右上角", "top right")),
        TOP_LEFT(new Words("左上角", "top left"));

        private final Words words;

        Corner(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    sealed interface Begun {}

    /// @param id of the sitting
    record Ready(String id) implements Begun {}

    /// @param why of a file that cannot be sealed; otherwise null
    record Refused(Fault fault, Unreadable.@Nullable Why why) implements Begun {}

    enum Fault {
        NO_SEAL,
        /// Not this person, or not for this.
        NOT_GRANTED,
        NO_PURPOSE,
        NO_FILE,
        TOO_LARGE,
        /// It would be, with all its seals: nobody could verify it, nor seal it next.
        TOO_LARGE_SEALED,
        NO_SUCH_PAGE,
        NO_CORNER,
        /// The page is too small for the places of others.
        NO_ROOM,
        CANNOT_BE_SEALED,
        TOO_MANY,
        /// A seal from before PDF files could be sealed admits no key for them.
        SEAL_FOR_OFD_ONLY
    }

    Begun begin(Acting by, Order order);

    /// Of this person for this firm.
    Optional<Sitting> find(Acting by, String id);

    /// What is about to be sealed, or is.
    ///
    /// @param width  of the page in millimetres, as all that follows
    /// @param picture of the seal
    /// @param asked  where the code of the second factor is found, which is asked for when a sitting begins
    record Sitting(
            String id,
            String name,
            SealKind seal,
            UsePurpose purpose,
            int page,
            int pages,
            double width,
            double height,
            double x,
            double y,
            double sealWidth,
            double sealHeight,
            byte[] picture,
            boolean sealed,
            Words asked) {}

    Outcome seal(Acting by, String id, String code);

    enum Outcome {
        SEALED,
        WRONG_CODE,
        /// Wrong too often (here, or within the hour), sealed already, or not there.
        OVER,
        /// The grant was taken back meanwhile, or the seal given up.
        NOT_GRANTED,
        /// What came out does not pass our own verification, so nobody gets it.
        NOT_VALID
    }

    /// The sealed document.
    Optional<Sealed> file(Acting by, String id);

    record Sealed(String name, byte[] file) {}
}
