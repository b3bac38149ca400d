package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where people choose a password of their own.
@Controller
class PasswordPage {
    static final String PATH = "/identity/password";
    private static final String VIEW = "jte:identity/password";
    /// Whatever has this word in its name is shown again on no page, not even after a session that ran out.
    private static final String PRESENT = "password";

    private static final String CHOSEN = "newPassword";
    private static final String AGAIN = "newPasswordAgain";

    private final Accounts accounts;
    private final ActingSource source;

    PasswordPage(Accounts accounts, ActingSource source) {
        this.accounts = accounts;
        this.source = source;
    }

    @GetMapping(PATH)
    String ask(HttpServletRequest request, Acting acting, Model model) {
        return show(request, Form.empty(), model);
    }

    @PostMapping(PATH)
    String choose(
            Acting acting,
            @RequestParam(name = PRESENT, defaultValue = "") String present,
            @RequestParam(name = CHOSEN, defaultValue = "") String chosen,
            @RequestParam(name = AGAIN, defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.empty();
        if (!again.equals(chosen)) {
            form.reject(AGAIN, "和上面的不一样，再输一遍。", "It differs from the one above. Type it again.");
        } else {
            Accounts.Chosen done = accounts.choose(
                    acting.account(),
                    present,
                    chosen,
                    new Accounts.Seat(request.getSession().getId(), request.getRemoteAddr()));
            if (done == Accounts.Chosen.WELL) {
                return "redirect:" + AfterSignIn.start(acting);
            }
            reject(form, done);
            if (done == Accounts.Chosen.TOO_MANY) {
                SignInPage.tooMany(response);
                return show(request, form, model);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(request, form, model);
    }

    private static void reject(Form form, Accounts.Chosen why) {
        switch (why) {
            case WELL -> {}
            case NOT_THIS -> form.reject(PRESENT, "现在的密码不对。", "The present password is another one.");
            case TOO_MANY ->
                form.reject(
                        PRESENT, "试了太多次，请等 15 分钟再改。", "There were too many attempts. Wait 15 minutes and try again.");
            case TOO_SHORT ->
                form.reject(
                        CHOSEN,
                        "至少 " + Accounts.SHORTEST_PASSWORD + " 个字符。几个不相干的词连起来，好记也难猜。",
                        "At least " + Accounts.SHORTEST_PASSWORD
                                + " characters. Some words that have nothing to do with each other are easy to keep.");
            case TOO_LONG ->
                form.reject(
                        CHOSEN,
                        "太长了，最多 " + Accounts.MOST_BYTES_OF_PASSWORD + " 个字母，或 24 个汉字。",
                        "Too long: at most " + Accounts.MOST_BYTES_OF_PASSWORD + " letters.");
            case GUESSED ->
                form.reject(
                        CHOSEN,
                        "换一个：不能和现在的密码或账号一样。",
                        "Choose another one: neither the present password nor the account.");
            case OF_THE_DEMO ->
                form.reject(PRESENT, "演示账号共用一个密码，改不了。", "Accounts of the demo share a password that stays.");
        }
    }

    private String show(HttpServletRequest request, Form form, Model model) {
        boolean givenOut = source.of(request)
                .map(ActingSource.Situation::mustChoosePassword)
                .orElse(false);
        model.addAttribute("form", form);
        model.addAttribute("givenOut", givenOut);
        return VIEW;
    }
}
