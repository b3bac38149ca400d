package org.rongyi.city.services.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The plan of a journey in the language of the page.
///
/// @param items those that apply
/// @param open those that hang on an answer
/// @param notNeeded those that do not apply
/// @param held permits that the applicant has already
/// @param ask what remains to be filled in
/// @param known what is filled in already
/// @param yielded what comes into being on the way
/// @param handIn papers to hand in
/// @param exempt papers that are not
/// @param lanes who works when
/// @param total "7 个工作日", with "at least" where a time is not known
/// @param done the day on which all is done when handed in today; null where no day can be named
/// @param unsure why no day can be named; empty when one is
/// @param oneByOne the same items one after another; null when that is no longer
/// @param timeless names of the items whose time nobody has published
public record JourneyView(
        List<Item> items,
        List<Item> open,
        List<Item> notNeeded,
        List<Item> held,
        List<Field> ask,
        List<Field> known,
        List<Field> yielded,
        List<PaperLine> handIn,
        List<PaperLine> exempt,
        List<Lane> lanes,
        int days,
        String total,
        @Nullable String done,
        String unsure,
        @Nullable String oneByOne,
        String timeless) {

    /// @param optional whether it can be left out, or is
    public record Item(
            String id,
            String name,
            String department,
            @Nullable String why,
            boolean optional,
            boolean leftOut) {}

    /// @param value the known value; null where it is asked or yielded
    /// @param note where it comes from, or which items need it
    public record Field(String id, String name, @Nullable String value, String note) {}

    /// @param start working days that have passed when it starts
    /// @param end working days that have passed when it is done
    public record Lane(String href, String name, String department, String when, int start, int end, boolean critical) {
        /// In per cent of the whole, for the drawing.
        public String from(int days) {
            return percent(start, days);
        }

        public String width(int days) {
            return percent(Math.max(end - start, 0), days);
        }

        public static String percent(int part, int days) {
            return String.format(Locale.ROOT, "%.2f%%", days == 0 ? 0 : 100.0 * part / days);
        }
    }

    public int asked() {
        return ask.size() + known.size() + yielded.size();
    }
}
