package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptArrears implements Arrears {
    private static final int MOST_LISTED = 50;
    private static final int LONGEST_YEARS = 20;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000000");
    private static final Pattern INVOICE = Pattern.compile("\\d{8,20}");

    private final JdbcClient database;
    private final Appeals appeals;
    private final PrivateSector sector;
    private final CityWords city;
    private final Clock clock;

    KeptArrears(JdbcClient database, Appeals appeals, PrivateSector sector, CityWords city, Clock clock) {
        this.database = database;
        this.appeals = appeals;
        this.sector = sector;
        this.city = city;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Complaining complain(NewArrears what, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        Set<Fault> faults = faults(what);
        if (!faults.isEmpty()) {
            return new Complaining.Refused(faults);
        }
        alone(what.key());
        NewAppeal appeal = new NewAppeal(
                what.key(),
                Appeal.Channel.WEB,
                words(what),
                what.place().strip(),
                null,
                new Appeal.Reporter(what.contact().strip(), firm, who.account(), false),
                sector.category().isEmpty() ? null : sector.category(),
                what.insists());
        return switch (appeals.receive(appeal)) {
            case Receiving.Accepted(Appeal accepted, boolean _) -> {
                keep(what, accepted.number(), firm, who);
                yield new Complaining.Accepted(accepted.number());
            }
            case Receiving.Elsewhere(var route) -> new Complaining.Elsewhere(route);
        };
    }

    /// Until the transaction ends nobody else sends the form with this key: a button that is pressed twice
    /// waits, and then finds the number.
    private void alone(String key) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('arrears ' || ?, 0))) waited")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private Set<Fault> faults(NewArrears what) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        need(what.debtor(), LONGEST_TEXT, Fault.DEBTOR, faults);
        need(what.contract(), LONGEST_TEXT, Fault.CONTRACT, faults);
        need(what.place(), NewAppeal.LONGEST_PLACE, Fault.PLACE, faults);
        need(what.contact(), NewAppeal.LONGEST_WHO, Fault.CONTACT, faults);
        if (sector.debtor(what.debtorKind()).isEmpty()) {
            faults.add(Fault.DEBTOR_KIND);
        }
        BigDecimal amount = what.amountYuan();
        if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST_YUAN) > 0 || amount.scale() > 2) {
            faults.add(Fault.AMOUNT);
        }
        LocalDate today = city.today(clock);
        LocalDate due = what.dueOn();
        if (due == null || !due.isBefore(today) || due.isBefore(today.minusYears(LONGEST_YEARS))) {
            faults.add(Fault.DUE_ON);
        }
        boolean invoices = what.invoices().size() <= MOST_INVOICES
                && what.invoices().stream()
                        .allMatch(number -> INVOICE.matcher(number).matches());
        if (!invoices) {
            faults.add(Fault.INVOICES);
        }
        if (what.words().length() > LONGEST_WORDS) {
            faults.add(Fault.WORDS);
        }
        return faults;
    }

    private static void need(String text, int longest, Fault fault, Set<Fault> faults) {
        if (text.isBlank() || text.length() > longest) {
            faults.add(fault);
        }
    }

    /// As the department reads it, all of it: the first sentence is the title.
    private String words(NewArrears what) {
        String kind = sector.debtor(what.debtorKind())
                .map(debtor -> debtor.name().zh())
                .orElseThrow();
        String amount = Objects.requireNonNull(what.amountYuan()).toPlainString();
        String invoices = what.invoices().isEmpty() ? "没有开" : String.join("、", what.invoices());
        return "账款拖欠：" + what.debtor().strip() + "欠 " + amount + " 元。\n"
                + "欠款方：" + kind + "\n应付日期：" + what.dueOn() + "\n合同："
                + what.contract().strip() + "\n发票：" + invoices
                + (what.words().isBlank() ? "" : "\n" + what.words().strip());
    }

    private void keep(NewArrears what, String number, CreditCode firm, Acting who) {
        database.sql("""
                        insert into privatesector.arrears
                            (appeal, firm, account, debtor, debtor_kind, contract, amount_yuan, due_on, invoices, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (appeal) do nothing""")
                .params(
                        number,
                        firm.value(),
                        who.account(),
                        what.debtor().strip(),
                        what.debtorKind(),
                        what.contract().strip(),
                        Objects.requireNonNull(what.amountYuan()),
                        Objects.requireNonNull(what.dueOn()),
                        what.invoices().toArray(String[]::new),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private record Row(String number, String debtor, BigDecimal amountYuan, LocalDate dueOn) {}

    @Override
    public List<Line> of(Acting who) {
        CreditCode firm = who.firmFor(Purpose.VIEW);
        List<Row> rows = database.sql("""
                        select appeal, debtor, amount_yuan, due_on from privatesector.arrears
                         where firm = ? order by id desc limit ?""")
                .params(firm.value(), MOST_LISTED)
                .query((row, _) -> new Row(
                        row.getString("appeal"),
                        row.getString("debtor"),
                        row.getBigDecimal("amount_yuan"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        List<Appeals.Line> lines = rows.isEmpty()
                ? Collections.emptyList()
                : appeals.linesOf(rows.stream().map(Row::number).toList());
        return rows.stream()
                .map(row -> new Line(
                        row.number(),
                        row.debtor(),
                        row.amountYuan(),
                        row.dueOn(),
                        lines.stream()
                                .filter(line -> line.appeal().number().equals(row.number()))
                                .findFirst()))
                .toList();
    }

    @Override
    public Figures figures() {
        return database.sql("select count(*) as complaints, count(distinct firm) as firms from privatesector.arrears")
                .query((row, _) -> new Figures(row.getLong("complaints"), row.getLong("firms")))
                .single();
    }
}
