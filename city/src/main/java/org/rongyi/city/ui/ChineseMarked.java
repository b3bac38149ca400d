package org.rongyi.city.ui;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page in English: what is Chinese in it (names of firms and streets, what people wrote, texts of the law) is
/// marked as such, so that a screen reader reads it and a browser draws it as Chinese (WCAG 3.1.2). Here once, for
/// no template knows which of its values will be.
final class ChineseMarked extends OwaspHtmlTemplateOutput {
    /// Elements that hold text and no markup.
    private static final Set<String> TEXT_ONLY =
            Set.of("title", "textarea", "option", "script", "style", "text", "tspan", "desc");

    private static final String CHINESE = "[\\p{IsHan}\\u3001-\\u303f\\uff01-\\uff5e]+";
    /// Digits and signs between are of it: 演示巷 18 号.
    private static final Pattern RUN = Pattern.compile(CHINESE + "(?:[\\s\\d.,:·/%()-]*" + CHINESE + ")*");

    private boolean marks;

    ChineseMarked(TemplateOutput out) {
        super(out);
    }

    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {
        super.setContext(tag, attribute);
        marks = attribute == null && (tag == null || !TEXT_ONLY.contains(tag));
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        if (value == null || !marks || value.chars().allMatch(each -> each < '\u3001')) {
            super.writeUserContent(value);
            return;
        }
        Matcher run = RUN.matcher(value);
        int written = 0;
        while (run.find()) {
            super.writeUserContent(value.substring(written, run.start()));
            writeContent("<bdi lang=\"zh-CN\">");
            super.writeUserContent(run.group());
            writeContent("</bdi>");
            written = run.end();
        }
        super.writeUserContent(value.substring(written));
    }
}
