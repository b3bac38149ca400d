package org.rongyi.city.enterprises.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactNote;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.ui.Page;

/// A mark beside a value.
///
/// @param style class that gives the colour of its meaning
public record Tag(String words, String style) {
    private static final String ACTION = "govuk-tag--action";
    private static final String GOING = "govuk-tag--going";
    private static final String QUIET = "govuk-tag--quiet";
    private static final String UNKNOWN = "govuk-tag--unknown";

    /// Everything that a reader must know before relying on the value.
    static List<Tag> of(Page page, Portrait.Fact fact) {
        List<Tag> tags = new ArrayList<>();
        if (fact.contested()) {
            tags.add(new Tag(page.say("有异议，先不用", "contested, not used"), ACTION));
        }
        tags.addAll(of(page, fact.origin(), fact.note()));
        return tags;
    }

    static List<Tag> of(Page page, FactReport.Origin origin, @Nullable FactNote note) {
        List<Tag> tags = new ArrayList<>();
        switch (origin) {
            case SELF_DECLARED -> tags.add(new Tag(page.say("企业自报", "self-declared"), QUIET));
            case CORRECTED -> tags.add(new Tag(page.say("已更正", "corrected"), GOING));
            case GENERATED, IMPORTED, DECIDED -> {}
        }
        if (note != null && note.confidence() != null) {
            String sure = page.percent(note.confidence());
            tags.add(
                    FactNote.sureEnough(note)
                            ? new Tag(page.say("推断，把握 " + sure, "inferred, " + sure + " sure"), QUIET)
                            : new Tag(
                                    page.say("推断，把握只有 " + sure + "，不用", "inferred, only " + sure + " sure, not used"),
                                    UNKNOWN));
        }
        if (note != null && note.remark() != null) {
            tags.add(new Tag(remark(page, note.remark()), QUIET));
        }
        return tags;
    }

    private static String remark(Page page, FactNote.Remark remark) {
        return switch (remark) {
            case CUT -> page.say("来源给的文字不全", "the source's text is cut");
            case FROM_ADDRESS -> page.say("按住所认出", "read from the address");
            case FROM_CREDIT_CODE -> page.say("按信用代码认出", "read from the credit code");
        };
    }

    static Tag derived(Page page) {
        return new Tag(page.say("算出来的", "derived"), QUIET);
    }
}
