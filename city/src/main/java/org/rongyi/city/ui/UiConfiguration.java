package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Ties templates, language and static files to the web layer.
@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Navigation NO_NAVIGATION = new Navigation() {
        @Override
        public List<Network> networks() {
            return List.of();
        }

        @Override
        public List<Link> footer() {
            return List.of();
        }
    };

    private final ObjectProvider<Pages> pages;

    UiConfiguration(ObjectProvider<Pages> pages) {
        this.pages = pages;
    }

    @Bean
    static CityWords cityWords(CityFolder folder) {
        return CityWords.read(folder.resolve("city.yaml"));
    }

    @Bean
    static Pages pages(
            Clock clock,
            CityWords city,
            ObjectProvider<VisitorSource> visitors,
            ObjectProvider<Navigation> navigation,
            EnglishNames names,
            ObjectProvider<ResourceUrlProvider> files,
            @Value("${rongyi.demo.size:0}") long demoSize) {
        VisitorSource visitor = request -> {
            VisitorSource source = visitors.getIfAvailable();
            return source == null ? Optional.empty() : source.visitor(request);
        };
        return new Pages(
                clock,
                city,
                new Page.Surroundings(
                        visitor,
                        navigation.getIfAvailable(() -> NO_NAVIGATION),
                        path -> hashed(files.getIfAvailable(), path),
                        names::of,
                        demoSize > 0));
    }

    private static String hashed(@Nullable ResourceUrlProvider files, String path) {
        String found = files == null ? null : files.getForLookupPath(path);
        return found == null ? path : found;
    }

    @Bean
    static ViewResolver jteViews(Pages pages) {
        return new JteViews(pages);
    }

    @Bean
    static FilterRegistrationBean<LanguageFilter> languageFilter() {
        FilterRegistrationBean<LanguageFilter> registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /// The hash of the content stands in the address, so a browser may keep the file for ever.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("css", "js", "images")) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument());
    }

    private final class PageArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Page.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            return pages.getObject().of(servlet(web));
        }

        private static HttpServletRequest servlet(NativeWebRequest web) {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("a page needs a servlet request, but got (" + web + ")");
            }
            return request;
        }
    }
}
