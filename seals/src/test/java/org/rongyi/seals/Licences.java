package org.rongyi.seals;

import org.rongyi.seals.Sheet.Ink;

/// A licence as a city might lay it out.
final class Licences {
    private Licences() {}

    static Sheet business(String code) {
        Sheet.Pen pen = new Sheet.Pen(Typeface.shipped(), 297, 210);
        pen.frame(8, 8, 281, 194, 1.2, Ink.GOLD).frame(10.5, 10.5, 276, 189, 0.4, Ink.GOLD);
        pen.centred(44, 17, "营业执照", Ink.BLACK).centred(56, 6, "（副本）　演示", Ink.RED);
        double y = 74;
        String[][] rows = {
            {"统一社会信用代码", code},
            {"名称", "山水市槐荫里小面馆（演示）"},
            {"类型", "个体工商户"},
            {"经营者", "赵演示"},
            {"注册日期", "2026年11月23日"},
            {"经营场所", "山水市青石区槐荫里17号（演示地址）"},
            {"经营范围", "许可项目：餐饮服务。一般项目：外卖递送服务；食品销售（仅销售预包装食品）；日用百货销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"},
        };
        for (String[] row : rows) {
            pen.words(24, y, 5, row[0], Ink.GREY);
            y = pen.paragraph(72, y, 130, 5, 8, row[1], Ink.BLACK) + 2.5;
        }
        pen.code(226, 66, 34, "http://localhost:8080/verify/51999900000000000001");
        pen.words(226, 108, 3.4, "扫码核验", Ink.GREY);
        pen.words(214, 172, 5, "登记机关", Ink.GREY).words(214, 182, 5, Workshop.OFFICE, Ink.BLACK);
        pen.centred(196, 3.6, "演示文件，不具有法律效力　DEMONSTRATION, WITHOUT LEGAL FORCE", Ink.RED);
        return pen.done();
    }
}
