package org.rongyi.city.enterprises.web;

import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// The names of sources in both languages: departments as the dictionary gives them, and those that are none.
@Component
class SourceWords {
    private final Elements elements;

    SourceWords(Elements elements) {
        this.elements = elements;
    }

    String say(Page page, String source) {
        return page.say(
                switch (source) {
                    case FactReport.SELF_DECLARED -> new Words("企业自报", "declared by the firm");
                    case FactReport.INFERRED -> new Words("系统推断", "inferred");
                    default -> elements.department(source);
                });
    }
}
