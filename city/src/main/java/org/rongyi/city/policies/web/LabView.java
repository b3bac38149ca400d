package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.Draft.Dial;
import org.rongyi.city.policies.NumbersInText;
import org.rongyi.city.policies.PolicyLab.Curve;
import org.rongyi.city.policies.PolicyLab.Effect;
import org.rongyi.city.policies.PolicyLab.Finding;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// A draft on the page, in the language of the page.
///
/// @param policyId of the policy that the draft would replace; empty for a new one
/// @param figures null while the columns are being prepared, and when the draft has faults
/// @param chart of the number that is turned; null when there is none
public record LabView(
        String title,
        String policyId,
        @Nullable String version,
        List<Part> parts,
        Part amount,
        boolean faulty,
        @Nullable LabResult figures,
        @Nullable LabChart chart,
        List<LabFinding> findings) {

    /// A condition, or the amount.
    ///
    /// @param says what the text in force says there; null when it says nothing
    /// @param problems faults of its rule
    public record Part(
            String field, String name, @Nullable String says, List<Knob> knobs, List<RuleProblem> problems) {}

    /// A number that can be turned.
    ///
    /// @param before what it is in the text in force; null when it is new
    /// @param turned whether its curve is shown
    public record Knob(
            String field,
            String label,
            String low,
            String high,
            @Nullable String before,
            String unit,
            boolean turned) {}

    static LabView blank(Page page, Draft draft) {
        return view(page, draft, List.of(), Map.of(), null, null, List.of(), false);
    }

    static LabView faulty(Page page, Draft draft, Draft.Faulty faulty, Form form) {
        Map<Integer, List<RuleProblem>> problems = faulty.faults().stream()
                .collect(Collectors.toMap(
                        Draft.PartFault::part,
                        fault -> fault.faults().stream()
                                .map(each -> RuleProblem.of(each, draft.part(fault.part())))
                                .toList()));
        for (Draft.PartFault fault : faulty.faults()) {
            form.reject(
                    LabForm.part(fault.part()),
                    fault.pointers().isEmpty()
                            ? new Words(
                                    partName(fault.part()).zh() + "有错",
                                    "There is a fault in “"
                                            + partName(fault.part()).en() + "”")
                            : EditorPages.pointing(fault.pointers()));
        }
        return view(page, draft, List.of(), problems, null, null, List.of(), true);
    }

    static LabView of(
            Page page,
            Draft.Sound sound,
            @Nullable Effect effect,
            @Nullable Curve curve,
            @Nullable List<Finding> findings) {
        return view(
                page,
                sound.draft(),
                sound.dials(),
                Map.of(),
                effect == null ? null : LabResult.of(page, effect),
                curve == null || effect == null ? null : LabChart.of(page, curve, before(sound.draft(), curve.dial())),
                findings == null
                        ? List.of()
                        : findings.stream()
                                .map(finding -> LabFinding.of(
                                        page, finding, sound.draft().conditions()))
                                .toList(),
                false);
    }

    private static LabView view(
            Page page,
            Draft draft,
            List<Dial> dials,
            Map<Integer, List<RuleProblem>> problems,
            @Nullable LabResult figures,
            @Nullable LabChart chart,
            List<LabFinding> findings,
            boolean faulty) {
        InForce against = draft.against();
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < draft.conditions().size(); part++) {
            parts.add(part(page, draft, part, dials, problems, chart));
        }
        return new LabView(
                LabPages.title(page, against),
                against == null ? "" : against.policy().id(),
                against == null ? null : against.version().version(),
                parts,
                part(page, draft, Draft.AMOUNT, dials, problems, chart),
                faulty,
                figures,
                chart,
                findings);
    }

    private static Part part(
            Page page,
            Draft draft,
            int part,
            List<Dial> dials,
            Map<Integer, List<RuleProblem>> problems,
            @Nullable LabChart chart) {
        List<Knob> knobs = new ArrayList<>();
        for (Dial dial : dials) {
            if (dial.part() == part) {
                String field = LabForm.number(part, dial.number());
                BigDecimal before = before(draft, dial);
                boolean turned = chart != null && chart.field().equals(field);
                knobs.add(new Knob(
                        field,
                        page.say(partName(part)) + page.say("里的数", ": number ") + (dial.number() + 1),
                        dial.low().toPlainString(),
                        dial.high().toPlainString(),
                        before == null || before.compareTo(dial.value()) == 0 ? null : page.number(before),
                        dial.unit() == null ? "" : page.say(dial.unit()),
                        turned));
            }
        }
        return new Part(
                LabForm.part(part),
                page.say(partName(part)),
                says(page, draft, part),
                knobs,
                problems.getOrDefault(part, List.of()));
    }

    static Words partName(int part) {
        return part == Draft.AMOUNT
                ? new Words("金额", "Amount")
                : new Words("第 " + (part + 1) + " 条", "Condition " + (part + 1));
    }

    private static @Nullable String says(Page page, Draft draft, int part) {
        InForce against = draft.against();
        if (against == null) {
            return null;
        }
        PolicyVersion version = against.version();
        if (part == Draft.AMOUNT) {
            return version.benefit() == null ? null : page.say(version.benefit().text());
        }
        return part < version.conditions().size()
                ? page.say(version.conditions().get(part).text())
                : null;
    }

    /// The number at the same place of the text in force.
    private static @Nullable BigDecimal before(Draft draft, Dial dial) {
        InForce against = draft.against();
        if (against == null) {
            return null;
        }
        Draft inForce = LabForm.of(against);
        boolean there = dial.part() == Draft.AMOUNT
                || dial.part() < inForce.conditions().size();
        List<BigDecimal> numbers = there ? NumbersInText.values(inForce.part(dial.part())) : List.of();
        return numbers.size() == NumbersInText.values(draft.part(dial.part())).size()
                ? numbers.get(dial.number())
                : null;
    }
}
