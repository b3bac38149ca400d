package org.rongyi.city.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// Accounts in words.
final class AccountWords {
    /// See [Accounts.Entry].
    private static final Pattern CODE = Pattern.compile("\\{([^{}]+)}");

    private AccountWords() {}

    static Words role(Role role) {
        return switch (role) {
            case OFFICER -> new Words("部门办事员", "Officer of a department");
            case POLICY_EDITOR -> new Words("政策编辑", "Policy editor");
            case LEADER -> new Words("负责人、领导", "Head or leader");
            case ADMINISTRATOR -> new Words("系统管理员", "Administrator");
            case SEAT -> new Words("接线员", "Seat of the hotline");
            case ARBITER -> new Words("诉求裁定员", "Arbiter of appeals");
            case CLERK -> new Words("窗口办事员", "Clerk at the window");
            case HELPER -> new Words("帮办员", "Helper online");
        };
    }

    static List<Option> roles() {
        return Arrays.stream(Role.values())
                .map(role -> Option.of(role.name(), role(role)))
                .toList();
    }

    static String roles(Page page, Set<Role> roles) {
        return roles.isEmpty()
                ? page.say("办企业的人", "Acts for firms")
                : Arrays.stream(Role.values())
                        .filter(roles::contains)
                        .map(role -> page.say(role(role)))
                        .collect(Collectors.joining(page.say("、", ", ")));
    }

    /// As they are typed, with what they mean.
    static String departments(Page page, List<String> departments) {
        return departments.stream()
                .map(each -> page.named(each).equals(each) ? each : each + " (" + page.named(each) + ")")
                .collect(Collectors.joining(page.say("、", ", ")));
    }

    static Words what(Accounts.What what) {
        return switch (what) {
            case MADE -> new Words("开了账号", "Account made");
            case CHANGED -> new Words("改了信息", "Changed");
            case PASSWORD_GIVEN -> new Words("重发了密码", "New password given");
            case PASSWORD_CHOSEN -> new Words("本人换了密码", "Chose a password");
            case CLOSED -> new Words("关闭了账号", "Account closed");
            case OPENED -> new Words("重新开了账号", "Account opened again");
            case REGISTERED -> new Words("登记为企业代表", "Entered for a firm");
            case ENDED -> new Words("结束了企业代表", "No longer acts for a firm");
        };
    }

    /// What was written with an act, its codes in the language of the reader.
    static String about(Page page, String about) {
        return CODE.matcher(about).replaceAll(found -> Matcher.quoteReplacement(said(page, found.group(1))));
    }

    private static String said(Page page, String code) {
        return Stream.concat(
                        Arrays.stream(Role.values())
                                .filter(role -> role.name().equals(code))
                                .map(AccountWords::role),
                        Arrays.stream(Mandate.Capacity.values())
                                .filter(capacity -> capacity.name().equals(code))
                                .map(Mandate.Capacity::words))
                .findFirst()
                .map(page::say)
                .orElseGet(() -> page.named(code));
    }

    static void reject(Form form, Set<Accounts.Fault> faults) {
        faults.forEach(fault -> form.reject(field(fault), words(fault)));
    }

    private static String field(Accounts.Fault fault) {
        return switch (fault) {
            case NO_ACCOUNT_NAME, TAKEN, OF_THE_DEMO, CLOSED -> "account";
            case NO_NAME -> "name";
            case NO_DEPARTMENT, REPRESENTS -> "department";
            case OWN -> "roles";
            case OF_A_DEPARTMENT, ONESELF, NO_CREDIT_CODE, UNKNOWN_FIRM, FIRM_OVER, ALREADY -> "firm";
            case NO_PROOF -> "proof";
        };
    }

    private static Words words(Accounts.Fault fault) {
        return switch (fault) {
            case NO_ACCOUNT_NAME ->
                new Words(
                        "账号要 2 到 63 位，用小写字母、数字、点、下划线和连字符，字母或数字开头。",
                        "2 to 63 characters: small letters, digits, dot, underscore, hyphen; a letter or digit first.");
            case TAKEN -> new Words("这个账号已经有人用了，换一个。", "Somebody has this account. Choose another one.");
            case NO_NAME -> new Words("填姓名，和身份证件上一样。", "Enter the name as in the identity document.");
            case NO_DEPARTMENT -> new Words("这些身份要写明部门。", "People in these roles work for a department: name it.");
            case OWN -> new Words("不能关闭自己的账号，也不能去掉自己的管理员身份。", "Nobody takes their own access away.");
            case OF_THE_DEMO ->
                new Words("演示账号由演示文件定，不在这里改。", "Accounts of the demo stand in its file and are not changed here.");
            case CLOSED -> new Words("这个账号已经关闭，先重新开。", "This account is closed. Open it again first.");
            case OF_A_DEPARTMENT -> new Words("部门的人不能登记为企业代表。", "Whoever works for a department represents no firm.");
            case ONESELF -> new Words("不能登记自己，请另一位管理员来办。", "Nobody enters themselves. Ask another administrator.");
            case NO_CREDIT_CODE ->
                new Words("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of the licence, 18 characters.");
            case UNKNOWN_FIRM -> new Words("登记里没有这个代码的企业。", "The register has no firm with this code.");
            case FIRM_OVER ->
                new Words(
                        "这家企业已注销，收尾的期限也过了，不能再登记代表。",
                        "The firm is no more and the days to finish are over: nobody can be entered for it.");
            case REPRESENTS ->
                new Words(
                        "这个人还是企业代表，先结束，再写部门。", "The person represents a firm. End that first, then name a department.");
            case ALREADY -> new Words("这个人已经这样登记了。", "The person is entered so already.");
            case NO_PROOF ->
                new Words("写明凭什么登记，例如：看过营业执照原件和身份证。", "Say on what evidence, such as licence and identity card.");
        };
    }
}
