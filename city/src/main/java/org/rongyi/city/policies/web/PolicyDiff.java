package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.PolicyVersion.Benefit;
import org.rongyi.definitions.PolicyVersion.Condition;
import org.rongyi.definitions.Words;

/// What a new text of a policy says otherwise than the one in force, in the language of the page.
public final class PolicyDiff {
    /// @param before null where the new text has something more
    /// @param after null where it says nothing of it any more
    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    private final Page page;
    private final List<Difference> differences = new ArrayList<>();

    private PolicyDiff(Page page) {
        this.page = page;
    }

    /// Of the policy itself, whatever its text.
    static List<Difference> of(Page page, PolicyDefinition before, PolicyDefinition after) {
        PolicyDiff diff = new PolicyDiff(page);
        diff.add(new Words("名称", "Title"), before.title(), after.title());
        diff.add(new Words("发文机关", "Issued by"), before.issuer(), after.issuer());
        diff.add(new Words("文号", "Document"), same(before.documentNo()), same(after.documentNo()));
        diff.add(new Words("层级", "Level"), PolicyWords.level(before), PolicyWords.level(after));
        diff.add(new Words("领域", "Field"), PolicyWords.field(before), PolicyWords.field(after));
        diff.add(new Words("类别", "Kind"), PolicyWords.kind(before), PolicyWords.kind(after));
        diff.add(new Words("方式", "Way"), PolicyWords.mode(before), PolicyWords.mode(after));
        diff.add(
                new Words("只能享受一项的组", "Group of which only one"),
                same(before.exclusiveGroup()),
                same(after.exclusiveGroup()));
        return diff.differences;
    }

    static List<Difference> of(Page page, @Nullable PolicyVersion before, PolicyVersion after) {
        PolicyDiff diff = new PolicyDiff(page);
        diff.conditions(before == null ? List.of() : before.conditions(), after.conditions());
        diff.benefit(before == null ? null : before.benefit(), after.benefit());
        diff.add(
                new Words("有效", "In force"),
                before == null ? null : PolicyWords.validity(page, before),
                PolicyWords.validity(page, after));
        diff.add(
                new Words("申报时间", "Window"),
                before == null ? null : diff.window(before.window()),
                diff.window(after.window()));
        return diff.differences;
    }

    private static @Nullable Words same(@Nullable String text) {
        return text == null ? null : Words.same(text);
    }

    private void conditions(List<Condition> before, List<Condition> after) {
        Map<String, Condition> left = new LinkedHashMap<>();
        before.forEach(condition -> left.put(condition.id(), condition));
        for (int i = 0; i < after.size(); i++) {
            Condition was = left.remove(after.get(i).id());
            Words what = new Words("第 " + (i + 1) + " 条", "Condition " + (i + 1));
            add(what, was == null ? null : says(was), says(after.get(i)));
        }
        left.values().forEach(gone -> add(new Words("去掉一条", "A condition less"), says(gone), null));
    }

    /// Words and rule, where the words are not the rule itself.
    private String says(Condition condition) {
        String words = page.say(condition.text());
        String rule = condition.rule().text();
        return words.equals(rule) ? rule : words + "\n" + rule;
    }

    private void benefit(@Nullable Benefit before, @Nullable Benefit after) {
        add(
                new Words("给什么", "What it gives"),
                before == null ? null : before.text(),
                after == null ? null : after.text());
        add(new Words("金额", "Amount"), amount(before), amount(after));
        add(new Words("最多", "At most"), cap(before), cap(after));
    }

    private static @Nullable String amount(@Nullable Benefit benefit) {
        return benefit == null || benefit.amountYuan() == null
                ? null
                : benefit.amountYuan().text();
    }

    private @Nullable String cap(@Nullable Benefit benefit) {
        return benefit == null || benefit.capYuan() == null ? null : page.yuan(benefit.capYuan());
    }

    private @Nullable String window(PolicyVersion.@Nullable Window window) {
        if (window == null) {
            return null;
        }
        String opens = window.opens() == null ? "" : page.day(window.opens());
        String closes = window.closes() == null ? "" : page.day(window.closes());
        return opens + " – " + closes;
    }

    private void add(Words what, @Nullable Words before, @Nullable Words after) {
        if (!Objects.equals(before, after)) {
            add(what, before == null ? null : page.say(before), after == null ? null : page.say(after));
        }
    }

    private void add(Words what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(page.say(what), before, after));
        }
    }
}
