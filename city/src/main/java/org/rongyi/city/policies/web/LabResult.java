package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Before;
import org.rongyi.city.policies.PolicyLab.Effect;
import org.rongyi.city.policies.PolicyLab.Group;
import org.rongyi.city.policies.PolicyLab.Grouping;
import org.rongyi.city.policies.PolicyLab.Kind;
import org.rongyi.city.policies.PolicyLab.Missing;
import org.rongyi.city.policies.PolicyLab.Reach;
import org.rongyi.city.policies.PolicyLab.Spend;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.Page;

/// What a draft would do, in the language of the page, without the counts that would give a firm away.
///
/// @param counts eligible, to be completed, nearly, not eligible; null below ten
/// @param shares of the same in percent, for the bar
/// @param change how many more or fewer are eligible than by the text in force; empty without one
public record LabResult(
        String basis,
        List<@Nullable Long> counts,
        List<Share> shares,
        String change,
        String missing,
        @Nullable Money money,
        List<Bars> groupings,
        @Nullable Turns turns) {

    /// A piece of the bar, in percent.
    public record Share(double from, double width, String style) {}

    /// @param figure what is spent with the cap
    /// @param lines what that stands on
    public record Money(String figure, List<String> lines) {}

    /// Who gains and who loses.
    public record Turns(
            @Nullable Long gains, @Nullable Long losses, List<Turn> rows, List<String> gaining, List<String> losing) {
        /// Whether neither may be told.
        public boolean none() {
            return gains == null && losses == null;
        }
    }

    public record Turn(
            String name, @Nullable Long gains, @Nullable Long losses) {}

    static LabResult of(Page page, Effect effect) {
        Before before = effect.before();
        return new LabResult(
                page.say(
                        "用 " + page.number(effect.entities()) + " 户" + page.moment(effect.at()) + "的数据试算，只算数，不看名字。",
                        "Tried on the data of " + page.number(effect.entities()) + " entities as of "
                                + page.moment(effect.at()) + ": counts only, no names."),
                counts(effect.reach()),
                shares(effect),
                change(page, before),
                missing(page, effect.missing()),
                money(page, effect),
                effect.groupings().stream()
                        .map(grouping -> bars(page, grouping))
                        .toList(),
                before == null ? null : turns(page, effect, before));
    }

    private static List<Share> shares(Effect effect) {
        double whole = Math.max(1, effect.entities());
        List<Share> shares = new ArrayList<>();
        double from = 0;
        String[] styles = {"b-yes", "b-ask", "b-near", "b-no"};
        List<@Nullable Long> counts = counts(effect.reach());
        for (int i = 0; i < styles.length; i++) {
            double width = Math.round(Objects.requireNonNullElse(counts.get(i), 0L) / whole * 1000) / 10.0;
            shares.add(new Share(from, width, styles[i]));
            from = Math.round((from + width) * 10) / 10.0;
        }
        return shares;
    }

    private static List<@Nullable Long> counts(Reach reach) {
        List<@Nullable Long> counts = new ArrayList<>();
        for (long count : new long[] {reach.holds(), reach.unknown(), reach.nearly(), reach.fails()}) {
            counts.add(LabFigures.told(count));
        }
        return counts;
    }

    private static String change(Page page, @Nullable Before before) {
        if (before == null) {
            return "";
        }
        long more = before.gains() - before.losses();
        Long told = LabFigures.told(Math.abs(more));
        if (told == null) {
            return page.say("和现行差不到 10 户", "fewer than 10 away from now");
        }
        String number = page.number(told);
        return more > 0
                ? page.say("比现行多 " + number + " 户", number + " more than now")
                : page.say("比现行少 " + number + " 户", number + " fewer than now");
    }

    private static String missing(Page page, List<Missing> missing) {
        List<String> names = missing.stream()
                .filter(each -> LabFigures.told(each.firms()) != null)
                .map(each -> page.say(each.element().name()))
                .toList();
        return names.isEmpty()
                ? ""
                : page.say("多数缺：" + String.join("、", names), "Mostly missing: " + String.join(", ", names));
    }

    /// A line that came with the first firm would tell of that one: there is none below ten.
    private static @Nullable Money money(Page page, Effect effect) {
        Spend spend = effect.spend();
        if (spend == null) {
            return null;
        }
        long eligible = effect.reach().holds();
        List<String> lines = new ArrayList<>();
        lines.add(page.say(
                "按 " + LabFigures.words(page, LabFigures.told(spend.known())) + " 户算得出的金额合计",
                "Sum over the " + LabFigures.words(page, LabFigures.told(spend.known()))
                        + " entities whose amount can be computed"));
        if (LabFigures.told(spend.beyond()) != null) {
            lines.add(page.say(
                    "其中 " + LabFigures.words(page, LabFigures.told(spend.beyond())) + " 户碰到封顶；不封顶是 "
                            + LabFigures.money(page, spend.sum(), spend.known()),
                    LabFigures.words(page, LabFigures.told(spend.beyond()))
                            + " of them come up against the cap; without it "
                            + LabFigures.money(page, spend.sum(), spend.known())));
        }
        if (LabFigures.told(spend.open()) != null) {
            lines.add(page.say(
                    LabFigures.words(page, LabFigures.told(spend.open())) + " 户符合但缺数据，没有算进去",
                    LabFigures.words(page, LabFigures.told(spend.open()))
                            + " are eligible but lack the data: not in it"));
        }
        boolean someLackData = LabFigures.told(spend.open() + effect.reach().unknown()) != null;
        if (someLackData && spend.most().compareTo(spend.capped()) > 0) {
            String most = LabFigures.money(
                    page, spend.most(), eligible + effect.reach().unknown());
            lines.add(page.say(
                    "缺数据的都符合的话，最多 " + most + (spend.guessed() ? "（不知道金额的按平均每户估）" : ""),
                    "If all who lack data qualify: at most " + most
                            + (spend.guessed() ? " (unknown amounts taken as the average)" : "")));
        }
        return new Money(LabFigures.money(page, spend.capped(), spend.known()), lines);
    }

    private static Bars bars(Page page, Grouping grouping) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Group group : grouping.groups()) {
            if (group.firms() > 0) {
                List<@Nullable Long> told = new ArrayList<>();
                told.add(LabFigures.told(group.holds()));
                told.add(LabFigures.told(group.unknown()));
                bars.add(new Bars.Bar(page.say(group.name()), null, told));
            }
        }
        return new Bars(
                page.say(grouping.name()),
                page.say(grouping.name()),
                List.of(
                        new Bars.Series(page.say("符合", "Met"), "b-yes"),
                        new Bars.Series(page.say("待补充", "Need to know"), "b-ask")),
                bars);
    }

    private static Turns turns(Page page, Effect effect, Before before) {
        List<Turn> rows = new ArrayList<>();
        for (Grouping grouping : effect.groupings()) {
            for (Group group : grouping.groups()) {
                if (group.gains() >= 10 || group.losses() >= 10) {
                    rows.add(new Turn(
                            page.say(group.name()), LabFigures.told(group.gains()), LabFigures.told(group.losses())));
                }
            }
        }
        rows.sort((a, b) -> Long.compare(weight(b), weight(a)));
        return new Turns(
                LabFigures.told(before.gains()),
                LabFigures.told(before.losses()),
                List.copyOf(rows.subList(0, Math.min(6, rows.size()))),
                kinds(page, before.gaining()),
                kinds(page, before.losing()));
    }

    private static long weight(Turn turn) {
        return Objects.requireNonNullElse(turn.gains(), 0L) + Objects.requireNonNullElse(turn.losses(), 0L);
    }

    private static List<String> kinds(Page page, List<Kind> kinds) {
        return kinds.stream()
                .map(kind -> page.say(kind.district()) + " · " + page.say(kind.section()) + " · "
                        + LabFigures.firms(page, kind.firms()))
                .toList();
    }
}
