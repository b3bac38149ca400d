package org.rongyi.city.identity;

import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;

/// How a firm is called. Implemented by the room that keeps the register: this one knows only credit codes.
public interface FirmNames {
    Optional<String> nameOf(CreditCode firm);
}
