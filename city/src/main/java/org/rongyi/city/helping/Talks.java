package org.rongyi.city.helping;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells pages that are open at a talk when something new is said in it.
public interface Talks {
    /// Events named `news`, with the number of the newest line; the line ends after some minutes and the
    /// browser comes back by itself.
    ///
    /// @param after the newest line that the page has
    /// @param still whether its reader may still read the talk: asked before anything is told; when not,
    /// the     line ends
    /// @return empty when too many are open: then the page goes without
    Optional<SseEmitter> watch(long help, long after, BooleanSupplier still);
}
