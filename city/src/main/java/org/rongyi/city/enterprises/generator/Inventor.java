package org.rongyi.city.enterprises.generator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.enterprises.generator.InventedEntity.Books;
import org.rongyi.city.enterprises.generator.InventedEntity.Year;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.invented.Draw;

/// Makes entities, each from its number alone.
final class Inventor {
    private static final int LARGEST_STAFF = 6_000;
    private static final int LARGEST_TRADER = 12;

    private final Distributions spread;
    private final long seed;
    private final Map<AreaCode, Area> districts = new HashMap<>();
    private final Map<AreaCode, List<Area>> streets = new HashMap<>();

    Inventor(Distributions spread, Areas areas, long seed) {
        this.spread = spread;
        this.seed = seed;
        for (Area district : areas.districts()) {
            districts.put(district.code(), district);
            streets.put(district.code(), areas.children(district.code()));
        }
    }

    /// The same chance that made the entity, carried on, also decides who reports what of it.
    record Invention(InventedEntity entity, Draw draw) {}

    Invention invent(long number) {
        Draw draw = new Draw(seed * 31 + number * Draw.GOLDEN_RATIO);
        String type = spread.types().draw(draw);
        boolean trader = type.equals(InventedEntity.TRADER);
        Distributions.Trade trade = type.equals(InventedEntity.CO_OPERATIVE)
                ? farming(draw)
                : (trader ? spread.traderTrades() : spread.firmTrades()).draw(draw);
        AreaCode districtCode = spread.districts().draw(draw);
        Area district = Objects.requireNonNull(districts.get(districtCode), "checked when the file was read");
        List<Area> below = streets.getOrDefault(districtCode, List.of());
        Area place = below.isEmpty() ? district : draw.one(below);
        LocalDate established = established(draw);
        int staff = staff(draw, trader, type, trade);
        InventedEntity entity = new InventedEntity(
                number,
                InventedCode.of(kind(type), districtCode.value(), number),
                name(draw, number, type, trade, district),
                type,
                spread.states().draw(draw),
                established,
                trade,
                place.code(),
                address(draw, district, place),
                capitalWan(draw, type, staff),
                staff,
                books(draw, trade, trader, established, staff));
        return new Invention(entity, draw);
    }

    private Distributions.Trade farming(Draw draw) {
        for (int tries = 0; tries < 200; tries++) {
            Distributions.Trade trade = spread.firmTrades().draw(draw);
            if (trade.industry().startsWith("A")) {
                return trade;
            }
        }
        return spread.firmTrades().draw(draw);
    }

    private LocalDate established(Draw draw) {
        Distributions.Years span = spread.established().draw(draw);
        LocalDate first = LocalDate.of(span.from(), 1, 1);
        LocalDate last = LocalDate.of(span.to(), 12, 31);
        LocalDate latest = last.isAfter(spread.asOf()) ? spread.asOf() : last;
        return first.plusDays(draw.below((int) (latest.toEpochDay() - first.toEpochDay()) + 1));
    }

    private static char kind(String type) {
        return switch (type) {
            case InventedEntity.TRADER -> '2';
            case InventedEntity.CO_OPERATIVE -> '3';
            default -> '1';
        };
    }

    private static int staff(Draw draw, boolean trader, String type, Distributions.Trade trade) {
        if (trader) {
            return Math.clamp(Math.round(draw.logNormal(1.9, 0.6)), 1, LARGEST_TRADER);
        }
        double median = type.equals("股份有限公司") ? trade.staff() * 5 : trade.staff() * 0.7;
        return Math.clamp(Math.round(draw.logNormal(median, 1.05)), 1, LARGEST_STAFF);
    }

    /// The same first name comes again after some 30,000 entities, so it is not the name that tells two apart.
    private String name(Draw draw, long number, String type, Distributions.Trade trade, Area district) {
        Distributions.Names names = spread.names();
        long rest = number * 7_919 + draw.below(3);
        String first = names.first().get((int) (rest % names.first().size()));
        rest /= names.first().size();
        String second = names.second().get((int) (rest % names.second().size()));
        String third = draw.one(names.third());
        String own = district.name().replaceAll("[区县市]$", "") + first + third + second + draw.one(trade.words());
        String form = switch (type) {
            case InventedEntity.TRADER -> draw.one(names.traderForms());
            case "有限责任公司" -> "有限责任公司";
            case "股份有限公司" -> "股份有限公司";
            case "合伙企业" -> "合伙企业（有限合伙）";
            case "外商投资企业" -> "（外资）有限公司";
            case InventedEntity.BRANCH -> "有限公司分公司";
            case InventedEntity.CO_OPERATIVE -> "专业合作社";
            default -> "厂";
        };
        return own + form + spread.label();
    }

    private String address(Draw draw, Area district, Area place) {
        String street = place.equals(district) ? "" : place.name();
        return district.name() + street + draw.one(spread.roads()) + "路" + (1 + draw.below(399)) + "号";
    }

    private static @Nullable Integer capitalWan(Draw draw, String type, int staff) {
        if (type.equals(InventedEntity.BRANCH)) {
            return null;
        }
        double wan = type.equals(InventedEntity.TRADER) ? draw.logNormal(4, 0.9) : draw.logNormal(14.0 * staff, 0.9);
        int[] customary = {1, 2, 3, 5, 10, 20, 30, 50, 80, 100, 200, 300, 500, 800, 1000, 2000, 3000, 5000, 10000};
        int nearest = customary[0];
        for (int some : customary) {
            if (Math.abs(some - wan) < Math.abs(nearest - wan)) {
                nearest = some;
            }
        }
        return nearest;
    }

    private @Nullable Books books(
            Draw draw, Distributions.Trade trade, boolean trader, LocalDate established, int staff) {
        int lastYear = spread.asOf().getYear() - 1;
        int fullYears = lastYear - established.getYear();
        if (fullYears < 0) {
            return null;
        }
        double perHead = trade.perHeadWan() * (trader ? 0.55 : 1);
        double part = fullYears == 0 ? 1 - (established.getDayOfYear() - 1) / 366.0 : 1;
        double rdShare = !trader && draw.chance(trade.rd()) ? Math.min(0.6, draw.logNormal(0.055, 0.7)) : 0;
        double revenue = Math.max(0.1, draw.logNormal(perHead, 0.6) * staff * part);
        Year last = year(draw, trade, revenue, rdShare, staff);
        if (fullYears == 0) {
            return new Books(last, null, null);
        }
        Year prior = before(draw, trade, last, rdShare);
        return new Books(last, prior, fullYears == 1 ? null : before(draw, trade, prior, rdShare));
    }

    private static Year before(Draw draw, Distributions.Trade trade, Year later, double rdShare) {
        double growth = Math.max(-0.6, draw.normal(0.05 + trade.rd() * 0.08, 0.2));
        int staff = Math.max(1, (int) Math.round(later.staff() / Math.max(0.5, 1 + growth * 0.5)));
        return year(draw, trade, later.revenue() / (1 + growth), rdShare, staff);
    }

    private static Year year(Draw draw, Distributions.Trade trade, double revenue, double rdShare, int staff) {
        double assets = Math.max(0.5, revenue * draw.logNormal(trade.assets(), 0.5));
        return new Year(
                revenue,
                revenue * Math.min(1, draw.between(0.78, 1.06)),
                rdShare == 0 ? 0 : Math.min(revenue * 0.9, revenue * rdShare * draw.between(0.85, 1.15)),
                revenue * draw.normal(0.055, 0.09),
                assets,
                assets * draw.between(0.88, 1.06),
                assets * Math.clamp(draw.normal(0.52, 0.2), 0.02, 1.4),
                staff);
    }
}
