package org.rongyi.city.appeals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Calls;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.ui.Option;
import org.rongyi.definitions.Words;

/// What a seat may choose, and why something was not done.
final class SeatWords {
    private static final Option AWAY = Option.of("away", "没接通", "Not reached");

    private SeatWords() {}

    /// What came of a call; empty while there is nothing to ask.
    ///
    /// @param hers the seat had a hand in it: what the firm says is asked by somebody else
    static Words refused(Calls.End end, Handling why) {
        Words fault = end instanceof Calls.End.Merge ? merging(why) : fault(why);
        return fault == null ? new Words("没有办成", "It could not be done") : fault;
    }

    static List<Option> outcomes(String state, boolean hers) {
        return switch (state) {
            case "replied" ->
                hers
                        ? List.of(AWAY)
                        : List.of(
                                Option.of("good", "解决了，满意", "Solved, and satisfied"),
                                Option.of("bad", "解决了，但不满意", "Solved, not satisfied"),
                                Option.of("unsolved", "没解决", "Not solved"),
                                AWAY,
                                Option.of("close", "多次没接通，办结", "Never reached: close it"));
            case "asked" ->
                hers
                        ? List.of(AWAY)
                        : List.of(
                                Option.of("good", "没有反复", "Still solved"),
                                Option.of("unsolved", "又反复了", "It has come back"),
                                AWAY);
            default -> List.of();
        };
    }

    static @Nullable Words merging(@Nullable Handling handling) {
        return handling instanceof Handling.Done
                ? null
                : new Words(
                        "没有这件，或者它已经答复、并走、办结，或者要求保密，别人读不到它的答复；这一件单独派",
                        "There is no such appeal, or it was answered, merged or closed, or it is confidential and its"
                                + " answer is read by nobody else; dispatch this one for itself");
    }

    static @Nullable Words fault(@Nullable Handling handling) {
        return switch (handling) {
            case null -> new Words("选一个类别", "Choose a category");
            case Handling.Done _ -> null;
            case Handling.NoSuchUnit(String unit) ->
                new Words(unit + "还没有人在这里办事，选别的", "Nobody of that department works here yet; choose another");
            case Handling.NotYours _ ->
                new Words("您办过这件，企业怎么说由别的坐席来问", "You had a hand in it: another seat asks the firm");
            case Handling.HandledBefore _ ->
                new Words("这个人办过这件，重办要换人", "This person had it before; once reopened, somebody else has it");
            case Handling.NoCalendar(int year) ->
                new Words(
                        "日历里还没有 " + year + " 年，算不出到期日；请管理员补上",
                        "The calendar has no " + year + ", so there is no date; an administrator must add it");
            case Handling.NoSuchCase _,
                    Handling.ChangedMeanwhile _,
                    Handling.NotNow _,
                    Handling.StepsOpen _,
                    Handling.OnlyOnce _,
                    Handling.Missing _,
                    Handling.NotListed _,
                    Handling.RanOut _,
                    Handling.NoSuchColleague _,
                    Handling.Settled _ -> new Words("刚才有人先办了，看看现在怎样", "Somebody was faster; look again");
        };
    }

    static @Nullable Words tried(Seats.Tried tried) {
        return tried.closing() == null ? null : fault(tried.closing());
    }

    static @Nullable Words closed(Seats.Tried tried) {
        return tried.closing() == null
                ? new Words(
                        "这次记下了。要在 " + tried.needed() + " 天里都打过才能办结，现在 " + tried.days() + " 天",
                        "This try is on record. It takes tries on " + tried.needed() + " days; now there are "
                                + tried.days())
                : fault(tried.closing());
    }
}
