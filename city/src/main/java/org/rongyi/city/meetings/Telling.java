package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
            all(session, "eve", new Words("见面会快开了：" + session.theme(), "Soon: " + session.theme()), where(session));
        }
    }

    void moved(MeetingSession now, String reason) {
        Words where = where(now);
        all(
                now,
                "moved/" + now.startsAt(),
                new Words("见面会改期：" + now.theme(), "Moved to another day: " + now.theme()),
                new Words(
                        "改到 " + where.zh() + "\n原因：" + reason + "\n您的座位还在；来不了请取消报名。",
                        "Now " + where.en() + "\nReason: " + reason
                                + "\nYour seat is kept; if you cannot come, please withdraw."));
    }

    void cancelled(MeetingSession session, String reason) {
        all(
                session,
                "cancelled",
                new Words("见面会取消：" + session.theme(), "Cancelled: " + session.theme()),
                new Words(
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

    private void all(MeetingSession session, String what, Words subject, Words body) {
        String name = "meeting/" + session.id() + "/" + what;
        sessions.accounts(session.id())
                .forEach(account -> letters.write(name, account, subject, body, "/my/meetings/" + session.id()));
    }
}
