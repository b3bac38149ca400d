package org.rongyi.city.enterprises.web;

import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// The names of sources in both languages: departments, and what is none.
@Component
class SourceWords {
    String say(Page page, String source) {
        return switch (source) {
            case FactReport.SELF_DECLARED -> page.say("企业自报", "declared by the firm");
            case FactReport.INFERRED -> page.say("系统推断", "inferred");
            default -> page.named(source);
        };
    }
}
