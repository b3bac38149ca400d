package org.rongyi.city.policies.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyEditor.Sound;
import org.rongyi.city.policies.PolicyEditor.TextChange;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;

/// What a policy file would change, in the language of the page.
///
/// @param when from when the new text holds
/// @param ends nothing is new: the text of today ends
/// @param texts what becomes of each text that does not stay as it is
/// @param differences of the new text and the one in force, and of the policy itself
/// @param figures whom it reaches; null where nothing can be said
/// @param noFigures why there are none; empty when there are
/// @param warnings worth a look
public record PublishView(
        String title,
        String policyId,
        boolean fresh,
        String when,
        boolean ends,
        List<Text> texts,
        List<PolicyDiff.Difference> differences,
        @Nullable LabResult figures,
        String noFigures,
        List<String> warnings) {

    /// @param kind what becomes of it
    /// @param style of that word
    public record Text(String name, String kind, String style, String validity) {}

    static PublishView of(Page page, Sound sound, @Nullable LabResult figures, String noFigures) {
        PolicyDefinition policy = sound.policy();
        PolicyVersion text = sound.text();
        List<PolicyDiff.Difference> differences = new ArrayList<>();
        if (sound.before() != null) {
            differences.addAll(PolicyDiff.of(page, sound.before(), policy));
        }
        if (text != null) {
            differences.addAll(PolicyDiff.of(page, sound.today(), text));
        }
        return new PublishView(
                page.say(policy.title()),
                policy.id(),
                sound.before() == null,
                when(page, sound),
                text != null
                        && sound.today() != null
                        && text.version().equals(sound.today().version()),
                sound.changes().stream()
                        .filter(change -> change.kind() != TextChange.Kind.SAME)
                        .map(change -> text(page, change))
                        .toList(),
                differences,
                figures,
                noFigures,
                sound.warnings().stream()
                        .map(fault -> RuleWords.say(page, fault.message()))
                        .toList());
    }

    private static String when(Page page, Sound sound) {
        PolicyVersion text = sound.text();
        PolicyVersion today = sound.today();
        PolicyVersion law = sound.policy().versionAt(page.today(), page.today()).orElse(null);
        if (law == null && today != null) {
            return page.say("一发布今天就没有文本了，谁都不再按它判断。", "From now on no text holds and nobody is judged by it.");
        }
        if (law != null && (today == null || !today.version().equals(law.version()))) {
            return page.say(
                    "一发布今天的文本就是第 " + law.version() + " 版，全市马上按它判断。",
                    "Version " + law.version() + " holds as soon as it is published; the whole city is judged by it.");
        }
        if (text != null && law != null && law.version().equals(text.version()) && text.validTo() != null) {
            return page.say(
                    "到" + page.day(text.validTo()) + "为止，以后不再按它判断。",
                    "It ends on " + page.day(text.validTo()) + "; nobody is judged by it after that.");
        }
        return text == null
                ? page.say("判断不变。", "Nobody is judged otherwise.")
                : page.say(
                        "今天还不是它：" + PolicyWords.validity(page, text) + "。",
                        "It does not hold today: " + PolicyWords.validity(page, text) + ".");
    }

    private static Text text(Page page, TextChange change) {
        String kind = switch (change.kind()) {
            case NEW -> page.say("新的", "new");
            case ENDS -> page.say("到期", "ends");
            case MENDED -> page.say("补正", "mended");
            case GONE -> page.say("去掉", "left out");
            case SAME -> page.say("不变", "as it is");
        };
        String style = switch (change.kind()) {
            case NEW -> "going";
            case ENDS, GONE -> "action";
            case MENDED, SAME -> "unknown";
        };
        return new Text(change.text().version(), kind, style, PolicyWords.validity(page, change.text()));
    }
}
