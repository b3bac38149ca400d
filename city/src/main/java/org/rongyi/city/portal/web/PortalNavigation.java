package org.rongyi.city.portal.web;

import java.util.List;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Navigation;
import org.rongyi.city.ui.Network;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// The four networks. One that cannot be used yet says so and leads nowhere.
@Component
class PortalNavigation implements Navigation {
    private static final List<Network> NETWORKS = List.of(
            new Network(
                    "approvals",
                    new Words("一网通办", "Approvals"),
                    new Words(
                            "一张表，多个部门同时办，每个部门都有自己的时限。",
                            "One form. Departments work at the same time, each on its own clock."),
                    "/journeys"),
            new Network(
                    "support",
                    new Words("一网通享", "Support"),
                    new Words(
                            "政策来找企业。逐条对照，告诉您符合、不符合，还是差什么。",
                            "Policies look for you. Each clause: met, not met, or what we still need to know."),
                    "/policies"),
            new Network(
                    "appeals",
                    new Words("一键回应", "Appeals"),
                    new Words(
                            "每件诉求都有负责人、有期限；办得怎样，由您说了算。",
                            "Every appeal has a named owner and a date. You decide whether it is solved."),
                    "/appeals"),
            new Network(
                    "inspections",
                    new Words("一网统管", "Inspections"),
                    new Words("检查合并，一次上门。谁查过您、查了什么，都能看到。", "Visits are merged. See who inspected you, when and why."),
                    null));

    private static final List<Link> FOOTER = List.of(
            Link.of("核验证照", "Verify a licence", "/verify"),
            Link.of("无障碍声明", "Accessibility", "/about/accessibility"),
            Link.of("个人信息保护", "Personal information", "/about/personal-information"),
            Link.of("数据从哪里来", "Where data comes from", "/about/data"),
            Link.of("源代码和许可", "Source code and licence", "/about/source"));

    @Override
    public List<Network> networks() {
        return NETWORKS;
    }

    @Override
    public List<Link> footer() {
        return FOOTER;
    }
}
