package org.rongyi.city.policies.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.PolicyLab;
import org.rongyi.city.policies.PolicyLab.Example;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.springframework.stereotype.Component;

/// Firms that a draft touches, by name: only for officers, and each that is shown is a look on record, which the firm
/// reads. That a firm is named beside a draft tells something of its data.
@Component
class LabExamples {
    private final PolicyLab lab;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Purposes purposes;

    LabExamples(PolicyLab lab, Enterprises enterprises, Portraits portraits, Purposes purposes) {
        this.lab = lab;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.purposes = purposes;
    }

    /// The record of a look names a department.
    static boolean mayLook(Acting acting) {
        return acting.has(Role.OFFICER) && !acting.person().department().isBlank();
    }

    /// Null where there is nothing to compare with, or nobody who may look.
    @Nullable
    NamedFirms of(Page page, Acting acting, Draft.Sound draft) {
        InForce against = draft.draft().against();
        if (!mayLook(acting) || against == null) {
            return null;
        }
        List<String> before = against.version().conditions().stream()
                .map(condition -> LabFinding.clause(page, condition))
                .toList();
        return lab.examples(draft)
                .map(found -> new NamedFirms(
                        found.gaining().stream()
                                .map(each -> line(acting, each, before))
                                .toList(),
                        found.losing().stream()
                                .map(each -> line(acting, each, draft.draft().conditions()))
                                .toList()))
                .orElse(null);
    }

    private NamedFirms.Line line(Acting acting, Example example, List<String> conditions) {
        portraits.recordLook(example.firm(), acting.account(), acting.person().department(), purposes.toCheckDraft());
        return new NamedFirms.Line(
                enterprises
                        .find(example.firm())
                        .map(Enterprise::name)
                        .orElse(example.firm().value()),
                "/officer/firms/" + example.firm(),
                example.missed().stream().map(conditions::get).toList());
    }
}
