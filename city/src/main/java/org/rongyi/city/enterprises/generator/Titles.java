package org.rongyi.city.enterprises.generator;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.enterprises.generator.InventedEntity.Year;
import org.rongyi.definitions.invented.Draw;

/// Which titles a firm holds: rare, and built on each other as they are in life.
final class Titles {
    private Titles() {}

    static List<String> of(Draw draw, InventedEntity entity, Year last) {
        double rdRatio = last.rd() / last.revenue();
        List<String> titles = new ArrayList<>();
        if (rdRatio >= 0.03 && draw.chance(0.42)) {
            titles.add("高新技术企业");
        }
        if (rdRatio > 0.02 && last.staff() <= 500 && draw.chance(0.45)) {
            titles.add("科技型中小企业");
        }
        if (entity.trade().industry().startsWith("I65") && rdRatio >= 0.05 && draw.chance(0.25)) {
            titles.add("软件企业");
        }
        boolean innovative = rdRatio >= 0.02 && last.revenue() > 200 && draw.chance(0.22);
        if (innovative) {
            titles.add("创新型中小企业");
        }
        if (innovative && last.revenue() > 1000 && draw.chance(0.3)) {
            titles.add("专精特新中小企业");
            if (last.revenue() > 5000 && draw.chance(0.15)) {
                titles.add("小巨人");
            }
        }
        if (last.revenue() > 1000 && draw.chance(0.03)) {
            titles.add("守合同重信用企业");
        }
        return titles;
    }
}
