package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Controllers take `Acting` (a visitor is sent to the sign-in page) or `Optional<Acting>` as a parameter.
@Component
class ActingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final ActingSource source;

    ActingArgument(ActingSource source) {
        this.source = source;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Acting.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        Optional<Acting> acting =
                servlet == null ? Optional.empty() : source.ready(servlet).map(ActingSource.Situation::acting);
        if (parameter.getParameterType() == Optional.class) {
            return acting;
        }
        return acting.orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }
}
