package org.rongyi.city.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Answers what the server itself turns away because it cannot be read as a request: there no page can be drawn, so the
/// few words stand here, in both languages.
@Component
@ConditionalOnWebApplication
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequests.class);
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>这个请求我们看不懂 · We cannot understand this request</title>
            <h1>这个请求我们看不懂</h1>
            <p>地址里有不该有的字符。检查一下地址，或者<a href="/">从首页进</a>。</p>
            <h1 lang="en">We cannot understand this request</h1>
            <p lang="en">There are characters in the address that must not be there. Check it, or start from the
            <a href="/">front page</a>.</p></html>
            """;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BothLanguages()));
    }

    private static final class BothLanguages extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.getReporter().write(PAGE);
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("who asked has gone", gone);
            }
        }
    }
}
