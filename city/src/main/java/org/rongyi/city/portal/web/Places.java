package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.portal.web.Findable.Kind;
import org.rongyi.city.portal.web.Findable.Text;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Visitor;
import org.rongyi.definitions.Words;

/// Pages where something is done, by their names and by what people call them. Whoever is signed in finds what
/// stands in their menu, too.
final class Places {
    private static final int ALSO_WEIGHT = 3;

    private static final List<Place> ALL = List.of(
            new Place(
                    Link.of("我要反映", "Bring something up", "/appeals/new"),
                    new Words("诉求 投诉 举报 建议 咨询 求助 热线 告状", "appeal complaint report suggestion question hotline"),
                    false),
            new Place(
                    Link.of("查一件诉求", "Follow an appeal", "/appeals"),
                    new Words("诉求进展 编号 查询码 催办", "appeal number code progress"),
                    false),
            new Place(
                    Link.of("诉求公开", "How appeals stand", "/appeals/board"),
                    new Words("诉求统计 满意率 按时率", "appeals figures rates satisfaction on time"),
                    false),
            new Place(
                    Link.of("民企专区", "For private firms", "/private"),
                    new Words("民营企业 民营企业服务平台 私营企业", "private firms zone projects"),
                    false),
            new Place(
                    Link.of("投诉账款拖欠", "Overdue payments", "/my/arrears"),
                    new Words("欠款 拖欠 要账 讨债 欠钱不还 不付款 货款", "owed arrears debt unpaid"),
                    true),
            new Place(
                    Link.of("说说融资需求", "State a need for finance", "/my/finance"),
                    new Words("融资 贷款 借钱 缺钱 资金", "finance loan credit money"),
                    true),
            new Place(
                    Link.of("蓉易诉", "Going to court", "/my/courts"),
                    new Words("起诉 打官司 法院 诉讼 立案", "court sue lawsuit litigation"),
                    true),
            new Place(
                    Link.of("网上帮办", "Help online", "/help"),
                    new Words("帮我填 帮办 不会填 人工 有人帮", "helper fill in assistance"),
                    true),
            new Place(Link.of("帮办员", "Helpers", "/helpers"), new Words("谁能帮我 帮办", "who helps"), false),
            new Place(
                    Link.of("见面会", "Meetings with the city", "/meetings"),
                    new Words("蓉易见 座谈会 面对面 报名", "meeting face to face sign up"),
                    false),
            new Place(
                    Link.of("测一测", "Check my firm", "/check"),
                    new Words("能享受什么政策 免登录 测算", "which policies eligible check"),
                    false),
            new Place(
                    Link.of("核验证照", "Verify a licence", "/verify"),
                    new Words("验真 查证照 扫码 电子证照 真伪", "verify genuine licence certificate"),
                    false),
            new Place(
                    Link.of("证照和印章", "Licences and seals", "/my/licences"),
                    new Words("营业执照 电子营业执照 公章 电子印章", "business licence seal certificate"),
                    true),
            new Place(Link.of("发票", "Invoices", "/my/invoices"), new Words("数电票 收票 归档 报销", "invoices archive"), true),
            new Place(
                    Link.of("报税和到期", "Filings and dates", "/my/calendar"),
                    new Words("申报日历 纳税 年报 到期提醒", "tax calendar filing due dates annual report"),
                    true),
            new Place(
                    Link.of("谁来过、谁要来", "Who came, who comes", "/my/contacts"),
                    new Words("检查 走访 上门 政企互动", "inspections visits contacts"),
                    true),
            new Place(
                    Link.of("我的申请", "My applications", "/applications"),
                    new Words("办到哪一步 办件进度 草稿", "application progress draft"),
                    true));

    private Places() {}

    /// @param also what people say for it
    /// @param signIn only for whoever is signed in
    private record Place(Link link, Words also, boolean signIn) {
        Findable findable(String note) {
            return found(link, note, List.of(new Text(also, ALSO_WEIGHT, false)));
        }
    }

    private static Findable found(Link link, String note, List<Text> texts) {
        return new Findable(Kind.PAGE, link.href(), link.words(), note, link.href(), true, texts);
    }

    static List<Findable> of(Page page) {
        Optional<Visitor> visitor = Optional.ofNullable(page.visitor());
        List<Findable> all = new ArrayList<>();
        for (Place place : ALL) {
            all.add(place.findable(
                    place.signIn && visitor.isEmpty() ? page.say("先登录", "sign in first") : page.say("办事页", "page")));
        }
        visitor.map(Visitor::menu).stream()
                .flatMap(List::stream)
                .filter(link -> all.stream().noneMatch(each -> each.href().equals(link.href())))
                .forEach(link -> all.add(found(link, page.say("您的菜单", "your menu"), List.of())));
        return all;
    }
}
