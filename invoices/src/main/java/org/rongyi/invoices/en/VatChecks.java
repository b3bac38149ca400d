package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// The rules of each category of VAT: the breakdown is there and right, the rate fits, those who must
/// be known are.
final class VatChecks {
    /// Where a category may stand: lines, allowances, charges. The rules of each have these numbers.
    private static final List<Place> PLACES = List.of(
            new Place("BG-25", "BT-151", "BT-152", 2, 5, "明细行", "a line"),
            new Place("BG-20", "BT-95", "BT-96", 3, 6, "折扣", "an allowance"),
            new Place("BG-21", "BT-102", "BT-103", 4, 7, "附加费", "a charge"));

    /// Split payment, in one country only: known, and not judged.
    private static final String SPLIT = "B";

    private final Group invoice;
    private final Checks checks;
    private final Category category;
    private final List<Group> breakdown;

    private VatChecks(Group invoice, Checks checks, Category category) {
        this.invoice = invoice;
        this.checks = checks;
        this.category = category;
        this.breakdown = of(invoice.groups("BG-23").stream(), "BT-118", category);
    }

    private record Place(String group, String code, String rate, int known, int rated, String zh, String en) {}

    static void check(Group invoice, Checks checks) {
        for (Group part : invoice.groups("BG-23")) {
            checks.unless(
                    part.has("BT-119") || part.text("BT-118").equals(Category.O.name()),
                    "BR-48",
                    part.line(),
                    "缺少" + Tables.name("BT-119").zh(),
                    "there is no " + Tables.name("BT-119").en());
        }
        Stream.concat(Stream.of(new Place("BG-23", "BT-118", "BT-119", 0, 0, "", "")), PLACES.stream())
                .flatMap(place ->
                        invoice.groups(place.group()).stream().flatMap(group -> group.terms(place.code()).stream()))
                .filter(code -> !code.text().isEmpty()
                        && !code.text().equals(SPLIT)
                        && Category.of(code.text()).isEmpty())
                .forEach(code -> checks.fault(
                        "BR-CL-17",
                        code.line(),
                        "没有这个税类：" + Checks.shown(code.text()),
                        "there is no VAT category (" + Checks.shown(code.text()) + ")"));
        for (Category category : Category.values()) {
            new VatChecks(invoice, checks, category).check();
        }
    }

    private static List<Group> of(Stream<Group> groups, String code, Category category) {
        return groups.filter(group -> group.text(code).equals(category.name())).toList();
    }

    private List<Group> at(Place place) {
        return of(invoice.groups(place.group()).stream(), place.code(), category);
    }

    private void check() {
        boolean used = PLACES.stream().anyMatch(place -> !at(place).isEmpty());
        if (used || !breakdown.isEmpty()) {
            present(used);
        }
        for (Place place : PLACES) {
            List<Group> here = at(place);
            if (!here.isEmpty()) {
                identified(place, here.getFirst());
            }
            here.forEach(group -> rate(place, group));
        }
        breakdown.forEach(this::part);
        if (category == Category.K && !breakdown.isEmpty()) {
            delivered();
        }
        if (category == Category.O && !breakdown.isEmpty()) {
            nothingElse();
        }
    }

    private void present(boolean used) {
        boolean right = category.isTaxed() ? used && !breakdown.isEmpty() : breakdown.size() == 1;
        checks.unless(
                right,
                category.rule(1),
                breakdown.isEmpty() ? invoice.line() : breakdown.getFirst().line(),
                "税类 " + category + " 在税额明细里有 " + breakdown.size() + " 项" + (used ? "" : "，却没有用到"),
                "category " + category + " has " + breakdown.size() + " parts of the VAT breakdown"
                        + (used ? "" : ", and is not used"));
    }

    private void identified(Place place, Group first) {
        boolean sellerForVat = any("BG-4", "BT-31") || any("BG-11", "BT-63");
        boolean seller = sellerForVat || any("BG-4", "BT-32");
        boolean right = switch (category.identified()) {
            case SELLER -> seller;
            case SELLER_FOR_VAT -> sellerForVat;
            case SELLER_AND_BUYER -> seller && (any("BG-7", "BT-48") || any("BG-7", "BT-47"));
            case BOTH_FOR_VAT -> sellerForVat && any("BG-7", "BT-48");
            case NOBODY -> !sellerForVat && !any("BG-7", "BT-48");
        };
        boolean nobody = category.identified() == Category.Identified.NOBODY;
        checks.unless(
                right,
                category.rule(place.known()),
                first.line(),
                place.zh() + "的税类是 " + category + (nobody ? "，就不能有增值税号" : "，需要的增值税号不全"),
                place.en() + " is of category " + category
                        + (nobody ? ", so nobody may have a VAT identifier" : ": a VAT identifier is missing"));
    }

    private boolean any(String group, String id) {
        return invoice.groups(group).stream().anyMatch(each -> each.has(id));
    }

    private void rate(Place place, Group group) {
        boolean right = switch (category.rate()) {
            case ABOVE_ZERO ->
                group.number(place.rate()).filter(rate -> rate.signum() > 0).isPresent();
            case ZERO ->
                group.number(place.rate()).filter(rate -> rate.signum() == 0).isPresent();
            case ANY ->
                group.number(place.rate()).filter(rate -> rate.signum() >= 0).isPresent();
            case NONE -> !group.has(place.rate());
        };
        checks.unless(
                right,
                category.rule(place.rated()),
                group.lineOf(place.rate()),
                place.zh() + "的税类是 " + category + "，税率不对：" + Checks.shown(group.text(place.rate())),
                place.en() + " is of category " + category + " with a rate that does not fit: "
                        + Checks.shown(group.text(place.rate())));
    }

    private void part(Group part) {
        BigDecimal taxable = part.orZero("BT-116");
        BigDecimal sum = PLACES.stream()
                .flatMap(place -> at(place).stream()
                        .filter(group -> !category.isTaxed() || sameRate(group, place, part))
                        .map(group -> amount(place, group)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (part.has("BT-116")) {
            BigDecimal off = taxable.subtract(sum).abs();
            boolean near = category.isTaxed() ? off.compareTo(BigDecimal.ONE) < 0 : off.signum() == 0;
            checks.unless(
                    near,
                    category.rule(8),
                    part.lineOf("BT-116"),
                    "税类 " + category + " 的计税金额 " + Checks.plain(taxable) + "，各行加减是 " + Checks.plain(sum),
                    "the taxable amount of category " + category + " is " + Checks.plain(taxable) + ", its lines give "
                            + Checks.plain(sum));
        }
        tax(part, taxable);
        boolean reason = part.has("BT-120") || part.has("BT-121");
        checks.unless(
                category.needsReason() == reason,
                category.rule(10),
                part.line(),
                "税类 " + category + (reason ? " 不能写免税理由" : " 要写不征税的理由"),
                "category " + category + (reason ? " has no reason for exemption" : " needs a reason for no tax"));
    }

    private static boolean sameRate(Group group, Place place, Group part) {
        return Checks.same(group.orZero(place.rate()), part.orZero("BT-119"));
    }

    private static BigDecimal amount(Place place, Group group) {
        return switch (place.group()) {
            case "BG-20" -> group.orZero("BT-92").negate();
            case "BG-21" -> group.orZero("BT-99");
            default -> group.orZero("BT-131");
        };
    }

    private void tax(Group part, BigDecimal taxable) {
        if (!part.has("BT-117")) {
            return;
        }
        BigDecimal tax = part.orZero("BT-117");
        BigDecimal due = category.isTaxed()
                ? Checks.cents(taxable.abs().multiply(part.orZero("BT-119")).movePointLeft(2))
                : BigDecimal.ZERO;
        BigDecimal off = tax.abs().subtract(due).abs();
        boolean near = category.isTaxed() ? off.compareTo(BigDecimal.ONE) < 0 : off.signum() == 0;
        checks.unless(
                near,
                category.rule(9),
                part.lineOf("BT-117"),
                "税类 " + category + " 的税额 " + Checks.plain(tax) + "，应为 " + Checks.plain(due),
                "the tax of category " + category + " is " + Checks.plain(tax) + ", and should be "
                        + Checks.plain(due));
    }

    /// Goods to another country of the union: when and where they were delivered.
    private void delivered() {
        checks.unless(
                invoice.has("BT-72") || any("BG-14", "BT-73") || any("BG-14", "BT-74"),
                category.rule(11),
                invoice.line(),
                "联盟内供货没有写送货日期或期间",
                "a supply within the union without day or period of delivery");
        checks.unless(
                any("BG-15", "BT-80"),
                category.rule(12),
                invoice.line(),
                "联盟内供货没有写送货国家",
                "a supply within the union without the country of delivery");
    }

    private void nothingElse() {
        for (int i = 0; i <= PLACES.size(); i++) {
            String group = i == 0 ? "BG-23" : PLACES.get(i - 1).group();
            String code = i == 0 ? "BT-118" : PLACES.get(i - 1).code();
            boolean others = invoice.groups(group).stream()
                    .anyMatch(each -> each.has(code) && !each.text(code).equals(category.name()));
            checks.unless(
                    !others,
                    category.rule(11 + i),
                    invoice.line(),
                    "不征税（O）不能和别的税类同在一张发票",
                    "what is not subject to VAT (O) stands beside another category");
        }
    }
}
