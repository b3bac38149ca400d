package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntFunction;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Tells those who signed up, once each: it is tomorrow, it is on another day, it does not take place.
@Component
class Telling {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

    private final MeetingTable sessions;
    private final Letters letters;
    private final CityWords city;
    private final Clock clock;

    Telling(MeetingTable sessions, Letters letters, CityWords city, Clock clock) {
        this.sessions = sessions;
        this.letters = letters;
        this.city = city;
        this.clock = clock;
    }

    /// One that was planned for the same day needs nobody told the day before.
    void eve(MeetingSession session) {
        if (session.startsAt().isAfter(clock.instant())) {
            Words where = where(session);
            all(
                    session,
                    "eve",
                    new Words("见面会快开了：" + session.theme(), "Soon: " + session.theme()),
                    waits -> waits == 0 ? where : joined(where, waiting(waits)));
        }
    }

    void moved(MeetingSession now, String reason) {
        Words where = where(now);
        all(
                now,
                "moved",
                new Words("见面会改期：" + now.theme(), "Moved to another day: " + now.theme()),
                waits -> joined(
                        new Words("改到 " + where.zh() + "\n原因：" + reason, "Now " + where.en() + "\nReason: " + reason),
                        waits == 0
                                ? new Words(
                                        "您的座位还在；来不了请取消报名。", "Your seat is kept; if you cannot come, please withdraw.")
                                : waiting(waits)));
    }

    private static Words waiting(int place) {
        return new Words(
                "您还没有座位，排在候补第 " + place + " 位；有人取消就轮到您。",
                "You have no seat yet: number " + place + " on the waiting list, and next when others withdraw.");
    }

    private static Words joined(Words first, Words then) {
        return new Words(first.zh() + "\n" + then.zh(), first.en() + "\n" + then.en());
    }

    void cancelled(MeetingSession session, String reason) {
        all(
                session,
                "cancelled",
                new Words("见面会取消：" + session.theme(), "Cancelled: " + session.theme()),
                _ -> new Words(
                        "原因：" + reason + "\n您提的事都已转成诉求，照样有人办、有期限。",
                        "Reason: " + reason + "\nWhat you brought up has become an appeal, with an owner and a date."));
    }

    private Words where(MeetingSession session) {
        return new Words(
                at(session.startsAt(), ZH) + "，" + session.place(),
                at(session.startsAt(), EN) + ", " + session.place());
    }

    private String at(Instant instant, DateTimeFormatter format) {
        return ZonedDateTime.ofInstant(instant, city.zone()).format(format);
    }

    /// Named with its course: a meeting that was moved begins another one, of which all is told anew.
    ///
    /// @param body by the place in the waiting list; 0: there is a seat
    private void all(MeetingSession session, String what, Words subject, IntFunction<Words> body) {
        long id = session.id();
        String name = "meeting/" + id + "/" + what + "/" + sessions.caseOf(id).orElse(0L);
        sessions.comers(id).forEach(comer -> {
            Words words = body.apply(Math.max(0, comer.rank() - session.seats()));
            letters.write(name, comer.account(), subject, words, "/my/meetings/" + id);
        });
    }
}
