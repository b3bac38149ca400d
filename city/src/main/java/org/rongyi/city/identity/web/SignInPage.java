package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.DemoSignIns;
import org.rongyi.city.ui.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a person signs in. The form itself is taken by the security filter; what it refuses comes back here.
@Controller
class SignInPage {
    static final String AGAIN = "/sign-in/again";
    /// Request attribute: why the attempt before failed.
    static final String WHY = SignInPage.class.getName() + ".why";

    private static final String VIEW = "jte:identity/sign-in";
    private static final int WAIT_SECONDS = 15 * 60;

    private final DemoSignIns demo;

    SignInPage(DemoSignIns demo) {
        this.demo = demo;
    }

    /// The people of the demo, by what they can show.
    @ModelAttribute("demoGroups")
    List<DemoGroup> demoGroups() {
        return DemoGroup.of(demo.people());
    }

    /// @param account one of the demo, already filled in
    @GetMapping("/sign-in")
    String ask(
            HttpServletRequest request,
            Optional<Acting> acting,
            @RequestParam(defaultValue = "") String account,
            Model model) {
        String askedFor = AskedFor.of(request);
        if (acting.isPresent()) {
            return "redirect:" + (askedFor.isEmpty() ? AfterSignIn.start(acting.get()) : askedFor);
        }
        boolean known =
                demo.people().stream().anyMatch(person -> person.account().equals(account));
        Form form = Form.empty().with(AskedFor.PARAMETER, askedFor);
        return show(known ? form.with("account", account) : form, model);
    }

    @PostMapping(AGAIN)
    String askAgain(HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request).with(AskedFor.PARAMETER, AskedFor.of(request));
        show(form, model);
        if (request.getAttribute(WHY) instanceof LockedException) {
            tooMany(response);
            form.reject(
                    "account", "试了太多次，请等 15 分钟再登录。", "There were too many attempts. Wait 15 minutes and try again.");
            return VIEW;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        boolean noAccount = form.value("account").isEmpty();
        boolean noPassword = request.getParameter("password") == null
                || request.getParameter("password").isEmpty();
        if (noAccount) {
            form.reject("account", "输入账号。", "Enter your account.");
        }
        if (noPassword) {
            form.reject("password", "输入密码。", "Enter your password.");
        }
        if (!noAccount && !noPassword) {
            form.reject(
                    "account",
                    "账号或密码不对，请再试一次。密码分大小写。",
                    "The account or the password is not right. Try again; capital letters in the password matter.");
        }
        return VIEW;
    }

    static void tooMany(HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(WAIT_SECONDS));
    }

    private static String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("andNext", AskedFor.query("&", form.value(AskedFor.PARAMETER)));
        return VIEW;
    }
}
