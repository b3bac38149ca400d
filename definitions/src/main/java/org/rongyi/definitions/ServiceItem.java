package org.rongyi.definitions;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// A service item (事项) as its file describes it: one decision or service of one authority, under its own clock.
///
/// @param version name of this text; what is published under a version never changes
/// @param code the basic code of the national catalogue, null where it is not known
/// @param department id of the department that decides
/// @param with departments that help to decide
/// @param who who may apply
/// @param what what it is for, plainly
/// @param anywhere it can be applied for away from where the firm sits; null: not known
/// @param needs what every application needs
/// @param situations cases in which it needs more, or takes another time
/// @param again when whoever holds the permit applies for it all the same, and what is needed then; null: never
/// @param records what a grant changes in the portrait of the firm, beside the yields
/// @param content the file without comments and line breaks, as it is published
public record ServiceItem(
        String id,
        String version,
        Words name,
        @Nullable String code,
        Type type,
        String department,
        List<String> with,
        PolicyDefinition.@Nullable Level level,
        @Nullable Words who,
        Words what,
        @Nullable OnlineDepth online,
        @Nullable Boolean anywhere,
        Limit limit,
        @Nullable Fee fee,
        List<Basis> basis,
        Needs needs,
        List<Situation> situations,
        @Nullable Situation again,
        Yields yields,
        List<Effect> records,
        @Nullable Result result,
        List<Words> verify,
        @Nullable Words source,
        String content,
        Place place) {

    /// Every element that it may need, whatever the situation.
    public Stream<Named> allElements() {
        return allNeeds().flatMap(some -> some.elements().stream());
    }

    /// Every licence that it may need, whatever the situation.
    public Stream<Named> allLicences() {
        return allNeeds().flatMap(some -> some.licences().stream());
    }

    private Stream<Needs> allNeeds() {
        Stream<Situation> all = Stream.concat(situations.stream(), Stream.ofNullable(again));
        return Stream.concat(Stream.of(needs), all.map(Situation::needs));
    }

    /// Whether the element comes into being by this item. What it needs itself it only passes on.
    public boolean brings(String element) {
        return has(yields.elements(), element)
                && allElements().noneMatch(need -> need.id().equals(element));
    }

    /// Whether the licence comes into being by this item.
    public boolean issues(String licence) {
        return has(yields.licences(), licence)
                && allLicences().noneMatch(need -> need.id().equals(licence));
    }

    private static boolean has(List<Named> list, String id) {
        return list.stream().anyMatch(named -> named.id().equals(id));
    }

    /// What kind of act it is.
    public enum Type {
        PERMIT("行政许可", "Permit"),
        CONFIRMATION("行政确认", "Confirmation"),
        PAYMENT("行政给付", "Payment"),
        OTHER_POWER("其他行政权力", "Other administrative act"),
        PUBLIC_SERVICE("公共服务", "Public service"),
        MARKET_SERVICE("市场服务", "Market service");

        private final Words words;

        Type(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// How far it can be done without going there.
    public enum OnlineDepth {
        INFORMATION("网上可查，要到窗口办", "Information online; apply at a counter"),
        PARTIAL("网上申请，要到窗口交材料", "Apply online; papers at a counter"),
        PRE_REVIEW("网上预审，到窗口一次", "Checked online; one visit"),
        WHOLE("全程网上办", "Wholly online");

        private final Words words;

        OnlineDepth(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// Working days from acceptance to decision; 0 = on the spot, null = not known.
    ///
    /// @param legal what the law allows
    /// @param promised what the department promises
    /// @param notice calendar days for which the law wants something to be made public
    public record Limit(
            @Nullable Integer legal,
            @Nullable Integer promised,
            @Nullable Integer notice,
            @Nullable Words note) {
        private static final int WEEK = 7;
        private static final int WORKING_WEEK = 5;

        /// What an applicant may count on: the promise, else the law, and the public notice in weeks of five working
        /// days. Holidays only make a date that is reckoned so later than the law wants, never earlier.
        public @Nullable Integer days() {
            Integer deciding = promised == null ? legal : promised;
            if (notice == null) {
                return deciding;
            }
            int running = Math.ceilDiv(notice * WORKING_WEEK, WEEK);
            return deciding == null ? running : deciding + running;
        }
    }

    public record Fee(boolean free, @Nullable Words note) {}

    public record Basis(
            Words title, @Nullable Words clause, @Nullable Words note) {}

    /// An id that stands in a list of the file.
    public record Named(String id, Place place) {}

    /// Elements are asked once, materials handed in once, licences held or issued by another item.
    public record Needs(List<Named> elements, List<Named> materials, List<Named> licences) {
        public static final Needs NONE = new Needs(List.of(), List.of(), List.of());
    }

    /// @param promised working days in this situation, null: as usual
    public record Situation(
            String id,
            Words name,
            Rule when,
            Needs needs,
            @Nullable Integer promised,
            @Nullable Words note,
            Place place) {}

    /// What exists when it is done. An element that the item itself needs is no yield: it was there before.
    public record Yields(List<Named> elements, List<Named> licences) {
        public static final Yields NONE = new Yields(List.of(), List.of());
    }

    /// One element of the firm's portrait that a grant changes.
    ///
    /// @param from the entry of the form whose value it takes; null unless it does
    /// @param is the value that it has then; null unless it is always the same
    /// @param adds the code that joins the others; null unless it is a list
    public record Effect(
            String element,
            @Nullable String from,
            @Nullable Object is,
            @Nullable String adds,
            Place place) {}

    /// @param looks what the result looks like
    /// @param valid how long it holds
    public record Result(
            Words name, @Nullable Words looks, @Nullable Words valid) {}
}
