package org.rongyi.city.meetings;

import java.time.Instant;

/// One meeting: who sits down with firms, about what, where and when.
///
/// @param series id of its series
/// @param unit the department that meets
/// @param host whom firms meet
/// @param signUpUntil not after it starts
/// @param seats for so many firms; whoever signs up later waits for one
/// @param signedUp firms that have signed up, those that wait included
/// @param words the public summary of one that was held, the reason of one that was cancelled; otherwise empty
public record MeetingSession(
        long id,
        String series,
        String unit,
        String theme,
        String host,
        String place,
        Instant startsAt,
        Instant endsAt,
        Instant signUpUntil,
        int seats,
        int signedUp,
        State state,
        String words) {
    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    public boolean takesSignUps(Instant now) {
        return state == State.PLANNED && now.isBefore(signUpUntil);
    }

    /// Until it is over: what comes later is an appeal from the beginning.
    public boolean takesIssues(Instant now) {
        return state == State.PLANNED && now.isBefore(endsAt);
    }

    public int seatsLeft() {
        return Math.max(0, seats - signedUp);
    }
}
