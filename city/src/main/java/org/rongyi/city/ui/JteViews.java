package org.rongyi.city.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Views named `jte:<room>/<template>`: precompiled templates. Each gets `page` beside the controller's model.
final class JteViews implements ViewResolver, Ordered {
    static final String PREFIX = "jte:";
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Pages pages;

    JteViews(Pages pages) {
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith(PREFIX) ? new JteView(name.substring(PREFIX.length()) + ".jte") : null;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /// The whole page is made before its first byte leaves: a failing template gives an error page, not half a one.
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, @Nullable Object> params = new HashMap<>();
            if (model != null) {
                params.putAll(model);
            }
            Page page = pages.of(request);
            params.put("page", page);
            Utf8ByteOutput out = new Utf8ByteOutput();
            engine.render(template, params, page.english() ? new ChineseMarked(out) : out);
            response.setContentType(getContentType());
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }
}
