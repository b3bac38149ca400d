package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/// Where administrators make the accounts of people, change them, give a new password and close them.
@Controller
@RequestMapping(AccountPages.PATH)
class AccountPages {
    static final String PATH = "/admin/accounts";
    private static final int ON_A_PAGE = 50;
    private static final String FORM = "form";
    private static final String ACCOUNT = "account";
    private static final String NAME = "name";
    private static final String DEPARTMENT = "department";
    private static final String ROLES = "roles";

    private final Accounts accounts;
    private final AccountViews views;

    AccountPages(Accounts accounts, AccountViews views) {
        this.accounts = accounts;
        this.views = views;
    }

    @GetMapping
    String list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") String number,
            Model model) {
        String query = q.isBlank() ? "" : "?q=" + UriUtils.encode(q.strip(), StandardCharsets.UTF_8);
        Pager pager = Pager.of(number, ON_A_PAGE, accounts.count(q), PATH + query);
        model.addAttribute(FORM, Form.empty().with("q", q));
        model.addAttribute("pager", pager);
        model.addAttribute(
                "rows",
                accounts.search(q, pager.offset(), ON_A_PAGE).stream()
                        .map(account -> AccountViews.row(page, account))
                        .toList());
        return "jte:identity/accounts";
    }

    /// No account begins with an underscore: one that is named `new` has its page too.
    @GetMapping("/_new")
    String ask(Page page, Model model) {
        return form(page, "", Form.empty(), model);
    }

    @PostMapping
    String make(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Person person = person(form.value(ACCOUNT).toLowerCase(Locale.ROOT), form);
        return switch (accounts.make(acting, person)) {
            case Accounts.Done.Well(var password) ->
                told(person.account(), person.name(), Objects.requireNonNull(password), model);
            case Accounts.Done.Refused(var faults) -> {
                AccountWords.reject(form, faults);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(page, "", form, model);
            }
        };
    }

    private static Person person(String account, Form form) {
        Set<String> sent = Set.copyOf(form.values(ROLES));
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> sent.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(account, form.value(NAME), form.value(DEPARTMENT), roles);
    }

    /// @param changed the account that is changed; empty for a new one
    private String form(Page page, String changed, Form form, Model model) {
        model.addAttribute("changed", changed);
        model.addAttribute(FORM, form);
        model.addAttribute(ROLES, AccountWords.roles());
        model.addAttribute("departments", AccountWords.departments(page, accounts.departments()));
        return "jte:identity/account-form";
    }

    /// The password is told on the answer itself: nothing keeps it.
    private static String told(String account, String name, String password, Model model) {
        model.addAttribute(ACCOUNT, account);
        model.addAttribute(NAME, name);
        model.addAttribute("password", password);
        return "jte:identity/account-password";
    }

    @GetMapping("/{account}")
    String show(
            Page page,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Optional<Accounts.Account> found = accounts.find(account);
        if (found.isEmpty()) {
            return missing(account, response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        model.addAttribute("done", done);
        return "jte:identity/account";
    }

    static String missing(String account, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有“" + account + "”这个账号。", "There is no account “" + account + "”."),
                        new Words("按账号或姓名的一部分找找看。", "Try a part of the account or the name."),
                        Link.of("账号", "Accounts", PATH)));
        return "jte:ui/error";
    }

    @GetMapping("/{account}/change")
    String askToChange(Page page, @PathVariable String account, HttpServletResponse response, Model model) {
        return accounts.find(account)
                .map(Accounts.Account::person)
                .map(person -> form(
                        page,
                        person.account(),
                        Form.empty()
                                .with(NAME, person.name())
                                .with(DEPARTMENT, person.department())
                                .with(
                                        ROLES,
                                        person.roles().stream().map(Role::name).toList()),
                        model))
                .orElseGet(() -> missing(account, response, model));
    }

    @PostMapping("/{account}/change")
    String change(
            Acting acting,
            Page page,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (accounts.find(account).isEmpty()) {
            return missing(account, response, model);
        }
        Form form = Form.of(request);
        return switch (accounts.change(acting, person(account, form))) {
            case Accounts.Done.Well _ -> to(account, "changed");
            case Accounts.Done.Refused(var faults) -> {
                AccountWords.reject(form, faults);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(page, account, form, model);
            }
        };
    }

    static String to(String account, String done) {
        return "redirect:" + PATH + "/" + UriUtils.encodePathSegment(account, StandardCharsets.UTF_8) + "?done=" + done;
    }

    /// What is asked once more before it is done.
    enum Act {
        PASSWORD,
        CLOSE,
        REOPEN;

        static Optional<Act> of(String word) {
            return Arrays.stream(values())
                    .filter(act -> act.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/{account}/{act}")
    String confirm(
            Page page,
            @PathVariable String account,
            @PathVariable String act,
            HttpServletResponse response,
            Model model) {
        Optional<Accounts.Account> found = accounts.find(account);
        Optional<Act> asked = Act.of(act);
        if (found.isEmpty() || asked.isEmpty()) {
            return missing(account, response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        model.addAttribute("act", asked.get().word());
        return "jte:identity/account-act";
    }

    @PostMapping("/{account}/{act}")
    String carryOut(
            Acting acting,
            @PathVariable String account,
            @PathVariable String act,
            HttpServletResponse response,
            Model model) {
        Optional<Person> found = accounts.find(account).map(Accounts.Account::person);
        Optional<Act> asked = Act.of(act);
        if (found.isEmpty() || asked.isEmpty()) {
            return missing(account, response, model);
        }
        Accounts.Done done = switch (asked.get()) {
            case PASSWORD -> accounts.givePassword(acting, account);
            case CLOSE -> accounts.close(acting, account);
            case REOPEN -> accounts.reopen(acting, account);
        };
        return switch (done) {
            case Accounts.Done.Well(var password)
            when password != null -> told(found.get().account(), found.get().name(), password, model);
            case Accounts.Done.Well _ -> to(account, asked.get().word());
            case Accounts.Done.Refused(var faults) ->
                to(account, "refused-" + List.copyOf(faults).getFirst());
        };
    }
}
