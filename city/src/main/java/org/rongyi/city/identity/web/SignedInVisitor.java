package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.DemoSignIns;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Visitor;
import org.rongyi.city.ui.VisitorSource;
import org.springframework.stereotype.Component;

/// Who is signed in, for the header of every page, with a menu of what this person may open.
@Component
class SignedInVisitor implements VisitorSource {
    private final ActingSource source;
    private final MandateWords words;
    private final DemoSignIns demo;

    SignedInVisitor(ActingSource source, MandateWords words, DemoSignIns demo) {
        this.source = source;
        this.words = words;
        this.demo = demo;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return source.of(request).map(situation -> {
            Acting acting = situation.acting();
            Mandate mandate = acting.mandate();
            String firm = mandate == null ? null : words.firm(mandate.firm());
            return new Visitor(
                    acting.person().name(), firm, situation.mustChoosePassword() ? List.of() : menu(situation));
        });
    }

    private static void ofFirm(List<Link> menu) {
        menu.add(Link.of("我的数据", "My data", "/my/data"));
        menu.add(Link.of("证照和印章", "Licences and seals", "/my/licences"));
        menu.add(Link.of("谁来过、谁要来", "Who came, who comes", "/my/contacts"));
        menu.add(Link.of("民企专区", "For private firms", "/private"));
        menu.add(Link.of("水电气讯报装", "Utilities", "/my/utilities"));
        menu.add(Link.of("发票", "Invoices", "/my/invoices"));
        menu.add(Link.of("报税和到期", "Filings and dates", "/my/calendar"));
    }

    private static void ofLeader(List<Link> menu) {
        menu.add(Link.of("全市概况", "City overview", "/leader"));
        menu.add(Link.of("办件进度", "Progress of cases", "/leader/progress"));
        menu.add(Link.of("诉求总览", "Appeals", "/leader/appeals"));
        menu.add(Link.of("见面会", "Meetings", "/leader/meetings"));
        menu.add(Link.of("水电气讯报装", "Utilities", "/leader/utilities"));
    }

    private List<Link> menu(ActingSource.Situation situation) {
        Acting acting = situation.acting();
        List<Link> menu = new ArrayList<>();
        if (acting.mandate() != null) {
            menu.add(Link.of("企业主页", "Firm home", "/home"));
        }
        if (acting.may(Mandate.Purpose.VIEW)) {
            ofFirm(menu);
        }
        if (acting.may(Mandate.Purpose.APPLY)) {
            menu.add(Link.of("蓉易诉", "Going to court", "/my/courts"));
        }
        if (acting.person().department().isEmpty()) {
            menu.add(Link.of("我的申请", "My applications", "/applications"));
            menu.add(Link.of("网上帮办", "Help online", "/help"));
        }
        if (acting.isPrincipal()) {
            menu.add(Link.of("谁能代表企业", "Who may act for the firm", "/my/mandates"));
        }
        if (PageRights.isStaff(acting)) {
            menu.add(Link.of("任务清单", "Work list", "/tasks"));
        }
        if (acting.has(Role.OFFICER)) {
            menu.add(Link.of("找企业", "Find firms", "/officer"));
            menu.add(Link.of("数据异议", "Contests of data", "/officer/contests"));
            menu.add(Link.of("导入报告", "Import reports", "/officer/imports"));
            menu.add(Link.of("见面会", "Meetings", "/officer/meetings"));
            menu.add(Link.of("要去的企业", "Visits ahead", "/officer/visits"));
            menu.add(Link.of("水电气讯报装", "Utilities", "/officer/utilities"));
            menu.add(Link.of("发布项目机会", "Offer projects", "/officer/opportunities"));
            menu.add(Link.of("融资需求", "Needs for finance", "/officer/finance"));
        }
        if (acting.has(Role.SEAT)) {
            menu.add(Link.of("接线台", "Seat", "/seat"));
        }
        if (acting.has(Role.CLERK)) {
            menu.add(Link.of("窗口代填", "At the window", "/window"));
        }
        if (acting.has(Role.HELPER)) {
            menu.add(Link.of("我帮办的", "Those I help", "/helper"));
        }
        if (acting.has(Role.POLICY_EDITOR)) {
            menu.add(Link.of("政策文件", "Policy files", "/editor"));
        }
        if (acting.has(Role.LEADER)) {
            ofLeader(menu);
        }
        if (acting.has(Role.ADMINISTRATOR)) {
            menu.add(Link.of("系统管理", "Administration", "/admin"));
        }
        if (!situation.mandates().isEmpty()) {
            menu.add(Link.of("换一个身份", "Change identity", SwitchPage.PATH));
        }
        if (demo.people().stream().noneMatch(person -> person.account().equals(acting.account()))) {
            menu.add(Link.of("改密码", "Change password", PasswordPage.PATH));
        }
        return menu;
    }
}
