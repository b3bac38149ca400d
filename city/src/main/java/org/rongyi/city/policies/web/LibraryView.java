package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Group;
import org.rongyi.city.policies.PolicyLab.Grouping;
import org.rongyi.city.policies.PolicyLab.Library;
import org.rongyi.city.policies.PolicyLab.Pair;
import org.rongyi.city.policies.PolicyLab.Within;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;

/// Whether the policies in force fit together, in the language of the page.
///
/// @param pairs some of them; null where a page of the others is read
/// @param alone some of them; null where a page of the others is read
/// @param uncovered of whom no policy in force holds; null below ten
public record LibraryView(
        String basis,
        @Nullable Some<Twin> pairs,
        @Nullable Some<Alone> alone,
        @Nullable Long uncovered,
        List<Bars> where) {
    /// As many as somebody reads at once.
    private static final int PAGE_SIZE = 25;

    static final String PAIRS = "pairs";
    static final String ALONE = "alone";

    /// A page of findings.
    public record Some<T>(List<T> findings, Pager pager) {
        static <F, T> Some<T> of(List<F> all, String list, String asked, Function<F, T> said) {
            Pager pager = Pager.of(asked, PAGE_SIZE, all.size(), "/editor/lab/library?list=" + list);
            int from = pager.offset();
            return new Some<>(
                    all.subList(from, Math.min(all.size(), from + PAGE_SIZE)).stream()
                            .map(said)
                            .toList(),
                    pager);
        }
    }

    /// Whether one list is turned over, without the rest.
    public boolean oneList() {
        return pairs == null || alone == null;
    }

    /// @param clauses of each of the two
    public record Twin(String tag, String style, Link one, Link other, String says, List<List<String>> clauses) {}

    public record Alone(Link policy, LabFinding finding) {}

    /// @param list the one that is turned over; another word for all
    /// @param asked its page, as it was sent
    static LibraryView of(Page page, Library library, String list, String asked) {
        return new LibraryView(
                page.say(
                        "用 " + page.number(library.entities()) + " 户" + page.moment(library.at()) + "的数据核对现行政策。",
                        "The policies in force, checked on the data of " + page.number(library.entities())
                                + " entities as of " + page.moment(library.at()) + "."),
                list.equals(ALONE) ? null : Some.of(library.pairs(), PAIRS, asked, pair -> twin(page, pair)),
                list.equals(PAIRS) ? null : Some.of(library.within(), ALONE, asked, each -> alone(page, each)),
                LabFigures.told(library.uncovered()),
                library.where().stream().map(grouping -> bars(page, grouping)).toList());
    }

    private static Link link(PolicyDefinition policy) {
        return Link.of(policy.title().zh(), policy.title().en(), "/policies/" + policy.id());
    }

    static Alone alone(Page page, Within within) {
        List<String> conditions = within.text().version().conditions().stream()
                .map(condition -> condition.rule().text())
                .toList();
        return new Alone(link(within.text().policy()), LabFinding.of(page, within.finding(), conditions));
    }

    private static Twin twin(Page page, Pair pair) {
        String both = LabFigures.firms(page, pair.firms());
        return new Twin(
                page.say(LabFinding.tag(pair.what())),
                LabFinding.style(pair.what()),
                link(pair.one().policy()),
                link(pair.other().policy()),
                page.say(
                        "两项都符合 " + both + "；各自 " + LabFigures.firms(page, pair.ofOne()) + "、"
                                + LabFigures.firms(page, pair.ofOther()),
                        both + " qualify for both; alone " + LabFigures.firms(page, pair.ofOne()) + " and "
                                + LabFigures.firms(page, pair.ofOther())),
                List.of(clauses(page, pair.one()), clauses(page, pair.other())));
    }

    private static List<String> clauses(Page page, InForce text) {
        return text.version().conditions().stream()
                .map(condition -> LabFinding.clause(page, condition))
                .toList();
    }

    private static Bars bars(Page page, Grouping grouping) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Group group : grouping.groups()) {
            if (group.firms() > 0) {
                List<@Nullable Long> told = new ArrayList<>();
                told.add(LabFigures.told(group.firms() - group.holds()));
                told.add(LabFigures.told(group.holds()));
                bars.add(new Bars.Bar(page.say(group.name()), null, told));
            }
        }
        return new Bars(
                page.say(grouping.name()),
                page.say(grouping.name()),
                List.of(
                        new Bars.Series(page.say("一项都没有", "None"), "b-no"),
                        new Bars.Series(page.say("至少一项", "One or more"), "b-yes")),
                bars);
    }
}
