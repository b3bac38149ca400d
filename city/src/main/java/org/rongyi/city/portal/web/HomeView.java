package org.rongyi.city.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Gauge;
import org.rongyi.city.ui.SummaryRow;

/// What a firm's home page shows, in the language of the page.
///
/// @param actingAs in which capacity the person acts, e.g. 您正以…经营者的身份办事
/// @param turn the one thing that waits for the person; null when nothing does
/// @param quiet what to say when nothing waits: which date comes next
/// @param going what the firm applies for
/// @param news what happened to it since somebody looked
/// @param totalNote what stands beside the total, or instead of it
/// @param total what the firm may expect in all; null when no amount can be computed
public record HomeView(
        String greeting,
        String firm,
        String actingAs,
        boolean principal,
        @Nullable Turn turn,
        String quiet,
        List<Offer> offers,
        @Nullable Money total,
        String totalNote,
        List<Near> nearly,
        Asking asking,
        List<Open> open,
        List<Line> missed,
        Days days,
        List<SummaryRow> data,
        List<Going> going,
        List<Line> news) {
    /// An application of the firm.
    public record Going(String title, String href, String says, String number) {}

    /// @param waiting how many things wait in all
    public record Turn(String title, String text, String action, String href, int waiting) {}

    /// @param says what it gives
    /// @param money null when the amount cannot be computed: then `instead` says so
    /// @param until the last day, or that there is none
    /// @param automatic nothing has to be done for it
    public record Offer(
            String title,
            String href,
            String says,
            @Nullable Money money,
            String instead,
            String until,
            boolean automatic) {}

    /// @param says the one condition that fails
    /// @param gap by how much, and what it would bring; empty when neither can be said
    /// @param gauge null when the gap cannot be drawn
    /// @param unknown what must be known besides, and who can supply it; empty when everything else is met
    public record Near(
            String title,
            String href,
            String says,
            String gap,
            @Nullable Gauge gauge,
            String unknown) {}

    /// @param note how many questions settle how much
    /// @param allowed whether the person's mandate lets them answer
    /// @param putOff how many questions the person did not know an answer to
    public record Asking(List<Question> questions, String note, boolean allowed, int putOff, Form form) {}

    /// @param hint which policies hang on it
    public record Question(ElementInput input, String hint) {}

    /// A policy that cannot be decided yet.
    ///
    /// @param missing what is missing, and who can supply it
    public record Open(String title, String href, String missing) {}

    public record Line(String title, String href, String says) {}

    /// The next days: a strip to look at, and the same as a list.
    public record Days(List<Day> strip, List<Event> events, String none, String label) {}

    /// @param x place on the strip in percent
    /// @param style class of the day: working, free, or not known yet
    /// @param mark words below the day; empty for most
    /// @param event word above the day; null when nothing happens, empty when there is no room for it
    public record Day(
            double x, String style, String mark, @Nullable String event) {}

    public record Event(
            String iso, String day, String says, @Nullable String href) {}

    /// An amount in three parts, of which the middle one is written large: 12,600 元, CNY 12,600.
    public record Money(String before, String figure, String after) {
        private static final char JOIN = '\u00a0';

        static Money of(String formatted) {
            int from = 0;
            while (from < formatted.length() && !Character.isDigit(formatted.charAt(from))) {
                from++;
            }
            int to = formatted.indexOf(JOIN, from);
            return new Money(
                    formatted.substring(0, from).strip().replace(JOIN, ' ').strip(),
                    to < 0 ? formatted.substring(from) : formatted.substring(from, to),
                    to < 0 ? "" : formatted.substring(to + 1));
        }
    }
}
