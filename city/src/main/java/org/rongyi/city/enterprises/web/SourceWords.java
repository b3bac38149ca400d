package org.rongyi.city.enterprises.web;

import java.util.HashMap;
import java.util.Map;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// The names of source departments in both languages, as the dictionary gives them.
@Component
class SourceWords {
    private final Map<String, Words> words = new HashMap<>();

    SourceWords(Elements elements) {
        elements.all().forEach(element -> {
            Words source = element.source();
            if (source != null) {
                words.putIfAbsent(source.zh(), source);
            }
        });
        words.put(FactReport.SELF_DECLARED, new Words("企业自报", "declared by the firm"));
        words.put(FactReport.INFERRED, new Words("系统推断", "inferred"));
    }

    /// A department that reports nothing has no English name here.
    String say(Page page, String source) {
        return page.say(words.getOrDefault(source, Words.same(source)));
    }
}
