package org.rongyi.city.policies.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.PolicyEditor;
import org.rongyi.city.policies.PolicyEditor.Sound;
import org.rongyi.city.policies.PolicyLab;
import org.rongyi.city.policies.PolicyLab.Effect;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.PolicyVersion.Benefit;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

/// A policy file that is about to be published, with the figures of the lab.
@Component
class PublishFigures {
    private final PolicyLab lab;
    private final LabTurns turns;

    PublishFigures(PolicyLab lab, LabTurns turns) {
        this.lab = lab;
        this.turns = turns;
    }

    PublishView view(Page page, Sound sound, Acting acting) {
        PolicyVersion text = sound.text();
        if (text == null) {
            return PublishView.of(page, sound, null, "");
        }
        return switch (lab.check(draft(sound, text))) {
            case Draft.Faulty _ ->
                PublishView.of(
                        page,
                        sound,
                        null,
                        page.say(
                                "条件读到能指到某一家企业的数据，所以不试算。",
                                "Its conditions read what points at one firm, so nothing is counted."));
            case Draft.Sound draft -> {
                LabTurns.Turn<Optional<Effect>> turn = turns.ask(acting.account(), () -> lab.effect(draft));
                Optional<Effect> effect = turn instanceof LabTurns.Turn.Answered<Optional<Effect>>(var answer)
                        ? answer
                        : Optional.empty();
                yield effect.map(found -> PublishView.of(page, sound, LabResult.of(page, found), ""))
                        .orElseGet(() -> PublishView.of(
                                page,
                                sound,
                                null,
                                page.say(
                                        "全市数据正忙，户数这次没有算；过几秒再检查一次。",
                                        "The city's data are busy: not counted; check again in a while.")));
            }
        };
    }

    private static Draft draft(Sound sound, PolicyVersion text) {
        PolicyDefinition before = sound.before();
        InForce against = before == null || sound.today() == null ? null : new InForce(before, sound.today());
        Benefit benefit = text.benefit();
        Rule amount = benefit == null ? null : benefit.amountYuan();
        return new Draft(
                against,
                text.conditions().stream()
                        .map(condition -> condition.rule().text())
                        .toList(),
                amount == null ? "" : amount.text(),
                benefit == null ? null : benefit.capYuan());
    }

    /// What does not count of the policy, in words.
    static List<String> asideOf(Page page, PolicyEditor editor, String policyId) {
        return editor.putAside().stream()
                .filter(each -> each.policyId().equals(policyId))
                .map(each -> PolicyWords.aside(page, each))
                .toList();
    }
}
