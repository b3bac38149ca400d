package org.rongyi.city.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a person signs in.
@Controller
class SignInPage {
    static final String AGAIN = "/sign-in/again";
    /// Request attribute: why the attempt before failed.
    static final String WHY = SignInPage.class.getName() + ".why";

    @GetMapping("/sign-in")
    String ask() {
        return "jte:identity/sign-in";
    }
}
