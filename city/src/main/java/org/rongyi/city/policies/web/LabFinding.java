package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Finding;
import org.rongyi.city.policies.PolicyLab.What;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// Something that does not fit, in the language of the page.
///
/// @param style of its tag
/// @param clauses the conditions that it is about, as written
/// @param href the other policy; null when there is none
/// @param open names what can be opened
/// @param opened of the other policy: how many it reaches, and its conditions
public record LabFinding(
        String tag,
        String style,
        String says,
        List<String> clauses,
        @Nullable String href,
        @Nullable String policy,
        String open,
        List<String> opened) {

    static LabFinding of(Page page, Finding finding, List<String> conditions) {
        InForce other = finding.other();
        return new LabFinding(
                page.say(tag(finding.what())),
                style(finding.what()),
                says(page, finding),
                finding.parts().stream()
                        .map(part -> page.say(LabView.partName(part)) + page.say("：", ": ") + conditions.get(part))
                        .toList(),
                other == null ? null : "/policies/" + other.policy().id(),
                other == null ? null : page.say(other.policy().title()),
                page.say("条款和户数", "Clauses and counts"),
                other == null ? List.of() : opened(page, finding, other));
    }

    private static List<String> opened(Page page, Finding finding, InForce other) {
        String firms = LabFigures.firms(page, finding.ofOther());
        List<String> opened = new ArrayList<>();
        opened.add(page.say("那项政策符合 " + firms + "，条件是：", firms + " qualify for that policy. Its conditions:"));
        other.version().conditions().forEach(condition -> opened.add(clause(page, condition)));
        return opened;
    }

    static String clause(Page page, PolicyVersion.Condition condition) {
        Words clause = condition.clause();
        return page.say(condition.text())
                + (clause == null ? "" : page.say("（", " (") + page.say(clause) + page.say("）", ")"));
    }

    static Words tag(What what) {
        return switch (what) {
            case CONTRADICTION, NOBODY, APART -> new Words("冲突", "Conflict");
            case IDLE -> new Words("空条", "Idle");
            case DUPLICATE -> new Words("重复", "Duplicate");
            case OVERLAP -> new Words("重叠", "Overlap");
            case EXCLUSIVE -> new Words("二选一", "Either or");
        };
    }

    static String style(What what) {
        return switch (what) {
            case CONTRADICTION, NOBODY, APART -> "action";
            case DUPLICATE, OVERLAP, EXCLUSIVE -> "unknown";
            case IDLE -> "quiet";
        };
    }

    private static String says(Page page, Finding finding) {
        String parts = finding.parts().stream()
                .map(part -> page.say(LabView.partName(part)))
                .collect(Collectors.joining(page.say("和", " and ")));
        String firms = LabFigures.firms(page, finding.firms());
        return switch (finding.what()) {
            case CONTRADICTION -> {
                String element = finding.element() == null
                        ? ""
                        : page.say(finding.element().name());
                yield page.say(
                        "没有哪个“" + element + "”能同时满足" + parts + "，谁都不可能符合。",
                        "No value of “" + element + "” meets " + parts + ": nobody can ever qualify.");
            }
            case NOBODY ->
                page.say(
                        "全市全部满足的不到 10 户，缺的数据补齐了也不到。",
                        "Fewer than 10 entities of the city meet all, and fewer than 10 could once data are complete.");
            case APART ->
                page.say("全市同时满足" + parts + "的不到 10 户。", "Fewer than 10 entities of the city meet both " + parts + ".");
            case IDLE ->
                page.say(
                        "去掉" + parts + "，结果差不到 10 户：今天它几乎不起作用。",
                        "Without " + parts + " fewer than 10 entities would come out differently: today it decides"
                                + " next to nothing.");
            case DUPLICATE -> page.say("符合的几乎是同样的 " + firms + "。", "Nearly the same " + firms + " qualify.");
            case OVERLAP ->
                page.say(
                        "有 " + firms + "两项都符合，占少的那项八成以上。",
                        firms + " qualify for both, four fifths of the smaller one or more.");
            case EXCLUSIVE ->
                page.say("有 " + firms + "两项都符合，只能就高享受一项。", firms + " qualify for both and get only the higher one.");
        };
    }
}
