package org.rongyi.city.meetings;

import java.util.List;
import java.util.Optional;

/// The series of this city, from its `meetings.yaml`.
record MeetingPlan(List<MeetingSeries> series) {
    MeetingPlan {
        series = List.copyOf(series);
    }

    Optional<MeetingSeries> series(String id) {
        return series.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
