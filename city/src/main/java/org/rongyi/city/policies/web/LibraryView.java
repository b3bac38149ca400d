package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Group;
import org.rongyi.city.policies.PolicyLab.Grouping;
import org.rongyi.city.policies.PolicyLab.Library;
import org.rongyi.city.policies.PolicyLab.Pair;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;

/// Whether the policies in force fit together, in the language of the page.
///
/// @param uncovered of whom no policy in force holds; null below ten
public record LibraryView(
        String basis,
        List<Twin> pairs,
        List<Alone> alone,
        @Nullable Long uncovered,
        List<Bars> where) {

    /// @param clauses of each of the two
    public record Twin(String tag, String style, Link one, Link other, String says, List<List<String>> clauses) {}

    public record Alone(Link policy, LabFinding finding) {}

    static LibraryView of(Page page, Library library) {
        return new LibraryView(
                page.say(
                        "用 " + page.number(library.entities()) + " 户" + page.date(library.asOf()) + "的数据核对现行政策。",
                        "The policies in force, checked on the data of " + page.number(library.entities())
                                + " entities on " + page.date(library.asOf()) + "."),
                library.pairs().stream().map(pair -> twin(page, pair)).toList(),
                library.within().stream()
                        .map(each -> new Alone(
                                link(each.text().policy()),
                                LabFinding.of(
                                        page,
                                        each.finding(),
                                        each.text().version().conditions().stream()
                                                .map(PolicyVersion.Condition::rule)
                                                .map(rule -> rule.text())
                                                .toList())))
                        .toList(),
                LabFigures.told(library.uncovered()),
                library.where().stream().map(grouping -> bars(page, grouping)).toList());
    }

    private static Link link(PolicyDefinition policy) {
        return Link.of(policy.title().zh(), policy.title().en(), "/policies/" + policy.id());
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
