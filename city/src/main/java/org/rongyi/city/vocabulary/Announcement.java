package org.rongyi.city.vocabulary;

import java.util.List;

/// What a room has to tell the person at the terminal once the city is open. Rooms never print.
public interface Announcement {
    List<String> lines();
}
