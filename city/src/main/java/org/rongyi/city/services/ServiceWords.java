package org.rongyi.city.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;

/// How the pages say what an item declares. What nobody has published is said so, never left out.
public final class ServiceWords {
    private static final Words UNKNOWN = new Words("待核实", "to be verified");

    private ServiceWords() {}

    public static Words department(Catalogue catalogue, String id) {
        return catalogue
                .terms()
                .department(id)
                .map(ServiceTerms.Department::name)
                .orElse(Words.same(id));
    }

    public static Words material(ServiceTerms terms, String id) {
        return terms.material(id)
                .map(ServiceTerms.Material::name)
                .or(() -> terms.licence(id).map(ServiceTerms.LicenceType::name))
                .orElse(Words.same(id));
    }

    public static Words licence(ServiceTerms terms, String id) {
        return terms.licence(id).map(ServiceTerms.LicenceType::name).orElse(Words.same(id));
    }

    /// 10 个工作日, 当场, 时限待核实.
    public static String days(Page page, @Nullable Integer days) {
        return days == null
                ? page.say("时限待核实", "time to be verified")
                : days == 0
                        ? page.say("当场", "on the spot")
                        : page.quantity(days, "个工作日", days == 1 ? "working day" : "working days");
    }

    /// 承诺 3 个工作日, 承诺当场办结, 公告 20 天.
    public static String limit(Page page, ServiceItem item) {
        Integer promised = item.limit().promised();
        Integer legal = item.limit().legal();
        Integer notice = item.limit().notice();
        String public_ = notice == null ? "" : notice(page, notice);
        if (promised == null && legal == null) {
            return public_.isEmpty() ? days(page, null) : public_;
        }
        String deciding;
        if (promised != null) {
            deciding = promised == 0
                    ? page.say("承诺当场办结", "promised: on the spot")
                    : page.say("承诺 ", "promised: ") + days(page, promised);
        } else {
            deciding = page.say("法定 ", "by law: ") + days(page, legal);
        }
        return public_.isEmpty() ? deciding : public_ + page.say("，", ", ") + deciding;
    }

    /// 公告 20 天.
    public static String notice(Page page, int calendarDays) {
        return page.say("公告 ", "public notice of ") + page.quantity(calendarDays, "天", "days");
    }

    public static String fee(Page page, ServiceItem item) {
        ServiceItem.Fee fee = item.fee();
        return fee == null
                ? page.say(UNKNOWN)
                : fee.free()
                        ? page.say("不收费", "free")
                        : Optional.ofNullable(fee.note()).map(page::say).orElse(page.say("收费", "charged"));
    }

    public static String online(Page page, ServiceItem item) {
        ServiceItem.OnlineDepth online = item.online();
        return page.say(online == null ? UNKNOWN : online.words());
    }

    public static String joined(Page page, List<String> words) {
        return words.stream().collect(Collectors.joining(page.say("、", ", ")));
    }
}
