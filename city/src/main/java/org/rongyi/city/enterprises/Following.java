package org.rongyi.city.enterprises;

/// Whoever keeps something in step with the register says how far that is; the administrator's page asks.
public interface Following {
    State state();

    /// How far.
    sealed interface State {
        /// Nothing is left to do.
        record InStep() implements State {}

        /// @param changes entries of the log that are not worked in yet
        record Behind(long changes) implements State {}

        /// The register is being read for the first time.
        record Preparing(long read, long total) implements State {}

        /// It could not go on, and soon tries again.
        record Waiting() implements State {}

        /// It does not go on before the city is opened again.
        record Ended() implements State {}
    }
}
