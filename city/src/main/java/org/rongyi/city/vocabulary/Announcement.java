package org.rongyi.city.vocabulary;

import java.util.List;

/// What a room has to tell the person at the terminal once the city is open: the root package prints it below
/// "Ready". Only commands print for themselves.
public interface Announcement {
    List<String> lines();
}
