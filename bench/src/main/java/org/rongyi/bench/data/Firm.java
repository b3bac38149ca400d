package org.rongyi.bench.data;

import java.time.LocalDate;
import org.rongyi.bench.data.CityFrequencies.Trade;
import org.rongyi.definitions.invented.Draw;

/// One invented entity: what its values follow from, so that they fit together. Money is 万元.
record Firm(
        String code,
        boolean trader,
        String type,
        String state,
        String street,
        LocalDate established,
        int years,
        Trade trade,
        int staff,
        double revenue,
        double priorRevenue,
        double secondPriorRevenue,
        double assets,
        double research) {
    private static final String TRADER = "个体工商户";
    private static final int DISTRICT_DIGITS = 6;
    private static final int MOST_STAFF = 20_000;

    static Firm draw(Draw draw, CityFrequencies city, long number) {
        var type = city.types().draw(draw);
        boolean trader = type.equals(TRADER);
        var trade = (trader ? city.traders() : city.firms()).draw(draw);
        var district = city.districts().draw(draw);
        var span = city.established().draw(draw);
        var day = LocalDate.ofYearDay(span.from() + draw.below(span.to() - span.from() + 1), 1 + draw.below(365));
        var established = day.isAfter(city.asOf()) ? city.asOf() : day;
        int staff = trader
                ? 1 + (int) draw.logNormal(1, 0.6)
                : Math.clamp(Math.round(draw.logNormal(trade.staff(), 0.9)), 1, MOST_STAFF);
        double revenue = staff * trade.perHead() * draw.logNormal(1, 0.5);
        double prior = revenue / draw.logNormal(1.06, 0.22);
        boolean research = draw.chance(trade.research());
        return new Firm(
                InventedCode.of(district.substring(0, DISTRICT_DIGITS), number),
                trader,
                type,
                city.states().draw(draw),
                draw.one(city.streetsOf(district)),
                established,
                city.asOf().getYear() - established.getYear(),
                trade,
                staff,
                revenue,
                prior,
                prior / draw.logNormal(1.06, 0.22),
                revenue * trade.assets() * draw.logNormal(1, 0.5),
                research && !trader ? revenue * Math.min(0.6, draw.logNormal(0.045, 0.7)) : 0);
    }
}
