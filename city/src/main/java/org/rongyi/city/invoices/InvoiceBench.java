package org.rongyi.city.invoices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.cn.InventedInvoice;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `bench invoices [--records=N] [--files=N] [--json=FILE]`: brings files in as a firm does, fills the
/// archive up, then searches it as an accountant does.
@Component
@ConditionalOnExpression("'${rongyi.command:}' == 'bench invoices'")
class InvoiceBench implements ApplicationRunner, ExitCodeGenerator {
    private static final int RECORDS = 1_000_000;
    private static final int FILES = 5_000;
    private static final int SEARCHES = 40;
    private static final int WARM_UP = 5;
    private static final int PAGE = 50;
    private static final int ON_A_PAGE = 20;
    private static final double NANOS_A_MILLI = 1e6;
    private static final CreditCode FIRM = new CreditCode("91350100M000100Y43");

    private final InvoiceArchive archive;
    private final KeptUploads uploads;
    private final ManyInvoices many;
    private final JdbcClient database;
    private final PrintStream out = System.out;
    private int exitCode = 2;

    InvoiceBench(InvoiceArchive archive, KeptUploads uploads, ManyInvoices many, JdbcClient database) {
        this.archive = archive;
        this.uploads = uploads;
        this.many = many;
        this.database = database;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!archive.isEmpty(FIRM)) {
            out.println("bench: this database has invoices.\nMaybe name an empty one.");
            return;
        }
        int records = number(arguments, "records", RECORDS);
        int files = Math.min(number(arguments, "files", FILES), records);
        double perSecond = load(files);
        out.printf(Locale.ROOT, "%,d files sent, checked and archived: %.0f a second%n", files, perSecond);
        long upload = database.sql("select max(id) from invoices.upload")
                .query(Long.class)
                .single();
        int next = database.sql("select max(id) + 1 from invoices.invoice")
                .query(Integer.class)
                .single();
        long begun = System.nanoTime();
        many.fill(FIRM, next, records - files, upload);
        // As the database does by itself in the hours after so much was written.
        database.sql("vacuum (analyze) invoices.invoice").update();
        database.sql("vacuum (analyze) invoices.searched").update();
        database.sql("checkpoint").update();
        out.printf(Locale.ROOT, "filled to %,d in %.0f s%n", records, (System.nanoTime() - begun) / 1e9);
        Map<String, Double> p95 = searches(records);
        p95.forEach((what, millis) -> out.printf(Locale.ROOT, "%-34s p95 %6.1f ms%n", what, millis));
        double worst =
                p95.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<String> file = arguments.getOptionValues("json");
        if (file != null && !file.isEmpty()) {
            Files.writeString(
                    Path.of(file.getFirst()),
                    String.format(
                            Locale.ROOT,
                            "{\"records\": %d, \"filesPerSecond\": %.0f, \"worstSearchP95Millis\": %.1f}%n",
                            records,
                            perSecond,
                            worst));
        }
        exitCode = 0;
    }

    private double load(int files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Party buyer = new Party("虚构企业（测量）", FIRM.value());
        Party seller = new Party("虚构面粉厂（测量）", "Y2510104YDEMA0013K");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= files; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
                zip.write(InventedInvoice.write(
                        "2651%016d".formatted(i),
                        LocalDate.of(2026, 11, 1),
                        seller,
                        buyer,
                        List.of(
                                new InventedInvoice.Item(
                                        "*谷物加工品*面粉", new BigDecimal(i), new BigDecimal("5.60"), new BigDecimal("0.09")),
                                new InventedInvoice.Item(
                                        "*餐饮器具*面碗",
                                        new BigDecimal(12),
                                        new BigDecimal("8.125"),
                                        new BigDecimal("0.13")))));
                zip.closeEntry();
            }
        }
        byte[] sent = bytes.toByteArray();
        long begun = System.nanoTime();
        uploads.send(FIRM, "bench", "FOLDER", List.of(new InvoiceUploads.Sent("bench.zip", sent)));
        while (uploads.readSome()) {
            // the next ones
        }
        return files / ((System.nanoTime() - begun) / 1e9);
    }

    private Map<String, Double> searches(int records) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        String code = ManyInvoices.code(42).value();
        wanted.put("the newest", Wanted.ALL);
        // From the middle of what was filled in: of a million, 10,000 begin with its first sixteen signs.
        String number = "2551%016d".formatted(records / 2);
        wanted.put("a whole number", text(number));
        wanted.put("16 of 20 signs of a number", text(number.substring(0, 16)));
        wanted.put("4 signs of a number, long ago", text("2351"));
        wanted.put("digits that no number begins with", text("9951"));
        wanted.put("a whole number that nothing has", text("25519999999999999999"));
        wanted.put("the end of a number", text(number.substring(12)));
        wanted.put("the other side's code", text(code));
        wanted.put("a frequent word", text("面粉"));
        wanted.put("a party's name", text("蜀锦天府"));
        wanted.put("a rare word", text(ManyInvoices.RARE));
        wanted.put("a frequent word of long ago", text(ManyInvoices.LONG_AGO));
        wanted.put("a word that nothing has", text("没有的东西"));
        wanted.put("an amount to the fen", amounts("12345.67", "12345.67"));
        wanted.put("a range of amounts", amounts("199000", "200000"));
        wanted.put("amounts that nothing has", amounts("900000", "990000"));
        LocalDate day = LocalDate.of(2024, 6, 18);
        wanted.put("a day two years ago", new Wanted("", null, day, day, null, null));
        wanted.put("a word in a month of then", new Wanted("猪肉", null, day, day.plusMonths(1), null, null));
        wanted.put(
                "word, amount, direction, month",
                new Wanted("蜀锦", Direction.OUT, day, day.plusMonths(1), new BigDecimal(100_000), null));
        BigDecimal fen = new BigDecimal("12345.67");
        wanted.put("a frequent word, to the fen", new Wanted("猪肉", null, null, null, fen, fen));
        wanted.put(
                "number's beginning and period", new Wanted("2551", Direction.IN, day, day.plusYears(1), null, null));
        wanted.put("number's beginning, to the fen", new Wanted("2551", null, null, null, fen, fen));
        wanted.put(
                "code, range of amounts",
                new Wanted(code, null, null, null, new BigDecimal(1000), new BigDecimal(50_000)));
        wanted.put(
                "party's name, range of amounts",
                new Wanted("明达明达", Direction.OUT, null, null, new BigDecimal(199_000), new BigDecimal(210_000)));
        Map<String, Double> p95 = new LinkedHashMap<>();
        wanted.forEach((what, each) -> p95.put(what, p95(each, null)));
        p95.put("page 50 of all", p95(Wanted.ALL, page(Wanted.ALL)));
        Wanted range = amounts("1000", "2000");
        p95.put("page 50 of a range of amounts", p95(range, page(range)));
        p95.put("page 50 of a frequent word", p95(text("面粉"), page(text("面粉"))));
        p95.put("page 50 of a party's name", p95(text("蜀锦天府"), page(text("蜀锦天府"))));
        return p95;
    }

    /// Where page 49 ends.
    private @Nullable Place page(Wanted wanted) {
        @Nullable Place place = null;
        for (int i = 1; i < PAGE; i++) {
            place = Place.of(archive.search(FIRM, wanted, place, ON_A_PAGE).getLast());
        }
        return place;
    }

    private static Wanted text(String text) {
        return new Wanted(text, null, null, null, null, null);
    }

    private static Wanted amounts(String least, String most) {
        return new Wanted("", null, null, null, new BigDecimal(least), new BigDecimal(most));
    }

    private double p95(Wanted wanted, @Nullable Place after) {
        List<Long> nanos = new ArrayList<>();
        for (int i = -WARM_UP; i < SEARCHES; i++) {
            long begun = System.nanoTime();
            archive.search(FIRM, wanted, after, ON_A_PAGE + 1);
            if (i >= 0) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        return nanos.stream().sorted().toList().get((int) (nanos.size() * 0.95)) / NANOS_A_MILLI;
    }

    private static int number(ApplicationArguments arguments, String option, int otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : Integer.parseInt(values.getFirst());
    }
}
