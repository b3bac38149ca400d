package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Says who is signed in. Implemented by the room that knows people; asked at most once a request.
public interface VisitorSource {
    Optional<Visitor> visitor(HttpServletRequest request);
}
