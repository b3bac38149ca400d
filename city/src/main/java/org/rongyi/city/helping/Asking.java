package org.rongyi.city.helping;

/// What became of asking.
public sealed interface Asking {
    record Named(Help help) implements Asking {}

    record Refused(Fault fault) implements Asking {}

    enum Fault {
        WORDS,
        /// Somebody of a department, or whose mandate does not let them apply.
        MAY_NOT,
        /// The application is not theirs, or handed in.
        NO_SUCH_DRAFT,
        /// Nobody in the city helps.
        NO_HELPER
    }
}
