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
    String ask(Optional<Acting> acting, @RequestParam(defaultValue = "") String account, Model model) {
        if (acting.isPresent()) {
            return "redirect:" + AfterSignIn.start(acting.get());
        }
        boolean known =
                demo.people().stream().anyMatch(person -> person.account().equals(account));
        model.addAttribute("form", known ? Form.empty().with("account", account) : Form.empty());
        return VIEW;
    }

    @PostMapping(AGAIN)
    String askAgain(HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        model.addAttribute("form", form);
        if (request.getAttribute(WHY) instanceof LockedException) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(WAIT_SECONDS));
            form.reject(
                    "account",
                    "试了太多次，请等 15 分钟再登录。忘了密码，请联系管理员重设。",
                    "There were too many attempts. Wait 15 minutes, or ask the administrator for a new password.");
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
}
