package org.rongyi.city.appeals.bench;

import java.util.List;

/// What invented firms say: put together from parts, so that some words are in every tenth text and some in
/// one of thousands.
final class Said {
    private static final List<String> WHAT = List.of(
            "停电两天没人来修",
            "水压太低洗不了菜",
            "燃气通不上",
            "宽带装了三周还没通",
            "一个月重复检查四次",
            "发票额度不够用",
            "退税一直没到账",
            "稳岗返还没有收到",
            "贷款到期被抽贷",
            "招标要求本地业绩",
            "货款拖欠半年",
            "窗口让我跑了三趟",
            "申报系统打不开",
            "租金突然上涨",
            "门口修路客人进不来");
    private static final List<String> WHO = List.of("我们是做面馆的", "我开了一家药店", "厂里做精密零件", "公司做跨境电商", "合作社种猕猴桃", "小店卖服装");
    private static final List<String> WISH = List.of("希望尽快解决", "请给个说法", "想知道找哪个部门", "盼回复", "能不能先恢复");
    private static final String SIGNS = "桂柏柳桐梧枫榆槐松杉楠椿樟梓棠榕桦楸桉桢";
    private static final int PLACES = 8000;

    private Said() {}

    static String words(int number) {
        return WHO.get(number % WHO.size()) + "，" + WHAT.get(number * 7 % WHAT.size()) + "，" + street(number) + "的"
                + sign(number / 3) + sign(number / 60) + sign(number / 1200) + "店，已经" + number % 90 + "天，"
                + WISH.get(number % WISH.size()) + "。";
    }

    static String street(int number) {
        int place = number % PLACES;
        return sign(place) + sign(place / 20) + sign(place / 400) + "街" + place % 300 + "号";
    }

    private static char sign(int number) {
        return SIGNS.charAt(number % SIGNS.length());
    }

    /// What is searched for: frequent words, rare ones, several, and one that nobody said.
    static String search(int number) {
        return switch (number % 6) {
            case 0 -> "停电";
            case 1 -> street(number);
            case 2 -> "重复检查" + sign(number);
            case 3 -> sign(number / 3) + "" + sign(number / 60) + sign(number / 1200) + "店";
            case 4 -> "猕猴桃 退税";
            default -> "无人机航线" + number % 10;
        };
    }
}
