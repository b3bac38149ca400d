package org.rongyi.city.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Taken;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.Invoice.Party;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What is asked for is found, all of it and nothing else, page by page.
@CityTest
class ArchiveSearchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KeptUploads uploads;
    private final InvoiceArchive archive;
    private final ArchiveTable table;
    private final JdbcClient database;
    private final CreditCode firm = new TestFirms().next();

    @Autowired
    ArchiveSearchTest(KeptUploads uploads, InvoiceArchive archive, ArchiveTable table, JdbcClient database) {
        this.uploads = uploads;
        this.archive = archive;
        this.table = table;
        this.database = database;
    }

    /// So few that nothing is frequent, and nothing is found among the newest alone.
    private static final int FEW = 5;

    private Upload read(Sent... files) {
        long upload = ((Taken) uploads.send(firm, "test", "FOLDER", List.of(files))).upload();
        await().atMost(PATIENCE)
                .until(() -> uploads.find(firm, upload).orElseThrow().finished());
        return uploads.find(firm, upload).orElseThrow();
    }

    private static Sent file(String name, byte[] bytes) {
        return new Sent(name, bytes);
    }

    @Test
    void anInvoiceIsFoundByNumberByWhomAndWhatByAmountAndByDay() {
        List<Sent> files = new ArrayList<>();
        IntStream.rangeClosed(1, 30)
                .forEach(i -> files.add(file(i + ".xml", InventedFiles.bought(firm, i, "*谷物加工品*面粉"))));
        files.add(file("rice.xml", InventedFiles.bought(firm, 31, "*谷物*糙米")));
        files.add(file("sold.xml", InventedFiles.sold(firm, 32, "888.00")));
        read(files.toArray(Sent[]::new));
        assertThat(found(text(InventedFiles.number(17)))).containsExactly(InventedFiles.number(17));
        assertThat(found(text(InventedFiles.number(20).substring(0, 19)))).hasSize(10);
        assertThat(found(text("糙米"))).containsExactly(InventedFiles.number(31));
        assertThat(found(text("面粉厂"))).hasSize(31);
        assertThat(found(text(InventedFiles.SELLER.taxId()))).hasSize(31);
        assertThat(found(text("没有的东西"))).isEmpty();
        assertThat(found(new Wanted("", Direction.OUT, null, null, null, null)))
                .containsExactly(InventedFiles.number(32));
        BigDecimal amount = new BigDecimal("896.88");
        assertThat(found(new Wanted("", null, null, null, amount, amount))).containsExactly(InventedFiles.number(32));
        LocalDate day = LocalDate.of(2026, 11, 5);
        assertThat(found(new Wanted("", null, day, day, null, null)))
                .containsExactly(InventedFiles.number(23), InventedFiles.number(3));
        assertThat(found(new Wanted("面粉", null, day, day, new BigDecimal(1000), null)))
                .containsExactly(InventedFiles.number(23));
    }

    private static Wanted text(String text) {
        return new Wanted(text, null, null, null, null, null);
    }

    private List<String> found(Wanted wanted) {
        return archive.search(firm, wanted, null, InvoiceArchive.MOST).stream()
                .map(KeptInvoice::number)
                .toList();
    }

    /// Whatever is asked together, and from whichever page on: what a look at each of them would find, in
    /// that order.
    @Test
    void everyQuestionFindsWhatALookAtEachWouldFind() {
        List<Sent> files = new ArrayList<>();
        for (int i = 1; i <= 90; i++) {
            byte[] file = i % 3 == 0
                    ? InventedFiles.sold(firm, i * 7, i % 10 + ".50")
                    : InventedFiles.bought(firm, i * 7, i % 4 == 0 ? "*谷物*糙米" : "*谷物加工品*面粉");
            LocalDate day = LocalDate.of(2026, 6, 1).plusDays(i * 37L % 170);
            LocalDate notInSeptember = day.getMonthValue() == 9 ? day.minusMonths(1) : day;
            files.add(file(i + ".xml", InventedFiles.dated(file, notInSeptember.toString())));
        }
        assertThat(read(files.toArray(Sent[]::new)).archived()).isEqualTo(90);
        List<KeptInvoice> all = archive.search(firm, Wanted.ALL, null, InvoiceArchive.MOST);
        assertThat(all)
                .hasSize(90)
                .isSortedAccordingTo(Comparator.comparing(KeptInvoice::issuedOn)
                        .thenComparing(KeptInvoice::direction)
                        .thenComparing(KeptInvoice::number)
                        .thenComparing(KeptInvoice::id)
                        .reversed());
        assertThat(all).extracting(each -> each.issuedOn().getMonthValue()).contains(6, 7, 8, 10, 11);
        assertThat(all).extracting(each -> each.issuedOn().getMonthValue()).doesNotContain(9);
        int questions = 0;
        ArchiveSearch byMonth = new ArchiveSearch(database, FEW);
        List<String> texts = List.of(
                "",
                "2651000000000000",
                "26510000000000000",
                "面粉",
                "糙米",
                "餐费",
                "没有的",
                InventedFiles.SELLER.taxId(),
                InventedFiles.number(35));
        for (String text : texts) {
            for (BigDecimal least : Arrays.asList(null, new BigDecimal("2"), new BigDecimal("5000"))) {
                for (LocalDate from : Arrays.asList(null, LocalDate.of(2026, 8, 15))) {
                    for (Direction direction : Arrays.asList(null, Direction.IN, Direction.OUT)) {
                        BigDecimal most = least == null ? null : least.add(new BigDecimal("3000"));
                        LocalDate until = from == null ? null : from.plusDays(40);
                        Wanted wanted = new Wanted(text, direction, from, until, least, most);
                        same(all, wanted, archive::search);
                        same(all, wanted, byMonth::search);
                        questions++;
                    }
                }
            }
        }
        assertThat(questions).isEqualTo(162);
    }

    private interface Search {
        List<KeptInvoice> search(CreditCode firm, Wanted wanted, @Nullable Place after, int limit);
    }

    private void same(List<KeptInvoice> all, Wanted wanted, Search archive) {
        List<Long> expected = all.stream()
                .filter(each -> fits(each, wanted))
                .map(KeptInvoice::id)
                .toList();
        List<Long> found = new ArrayList<>();
        Place after = null;
        List<KeptInvoice> page = archive.search(firm, wanted, after, 7);
        while (!page.isEmpty()) {
            page.forEach(each -> found.add(each.id()));
            after = Place.of(page.getLast());
            page = archive.search(firm, wanted, after, 7);
        }
        assertThat(found).as(wanted.toString()).isEqualTo(expected);
    }

    private boolean fits(KeptInvoice each, Wanted wanted) {
        String words = archive.content(firm, each.id()).orElseThrow().lines() + each.party();
        boolean text = each.number().startsWith(wanted.text())
                || each.partyId().equals(wanted.text())
                || words.contains(wanted.text());
        return text
                && (wanted.direction() == null || wanted.direction() == each.direction())
                && (wanted.from() == null || !each.issuedOn().isBefore(wanted.from()))
                && (wanted.until() == null || !each.issuedOn().isAfter(wanted.until()))
                && (wanted.least() == null || each.total().compareTo(wanted.least()) >= 0)
                && (wanted.most() == null || each.total().compareTo(wanted.most()) <= 0);
    }

    /// Past the reader, in another format than the invented files have.
    private void european(long upload, String number, String day, Party seller) {
        BigDecimal hundred = new BigDecimal("100.00");
        Invoice.Line line = new Invoice.Line("Rice 5000", null, "C62", null, hundred, "0", BigDecimal.ZERO);
        Invoice invoice = new Invoice(
                Format.UBL,
                number,
                "380",
                LocalDate.parse(day),
                seller,
                new Party("虚构面馆（测试）", firm.value()),
                "EUR",
                hundred,
                BigDecimal.ZERO,
                hundred,
                List.of(line));
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        ArchiveTable.Entry entry = new ArchiveTable.Entry(
                firm, Direction.IN, invoice, seller, Export.sha256(bytes), number + ".xml", upload, Instant.EPOCH);
        assertThat(table.insert(entry, bytes)).isPresent();
    }

    @Test
    void digitsAreFoundWhereverTheyStandAndAChineseSellerOfAnyFormatByItsCode() {
        long upload = read(file("a.xml", InventedFiles.bought(firm, 1))).id();
        Party plain = new Party("Invented Seller 7788", "ATU00000000");
        european(upload, "INV-20261234", "2026-10-05", plain);
        european(upload, "99887766554433221100-A", "2026-10-06", plain);
        CreditCode code = new CreditCode(InventedFiles.SELLER.taxId());
        european(upload, "R 1", "2026-10-07", new Party("某粮油店（虚构）", "CN" + code));
        assertThat(found(text("20261234"))).containsExactly("INV-20261234");
        assertThat(found(text("7788"))).containsExactly("99887766554433221100-A", "INV-20261234");
        assertThat(found(text("5000"))).containsExactly("R 1", "99887766554433221100-A", "INV-20261234");
        assertThat(found(text("99887766554433221100")))
                .as("a longer number than a 数电票 has begins with these twenty")
                .containsExactly("99887766554433221100-A");
        assertThat(found(text(InventedFiles.number(1)))).containsExactly(InventedFiles.number(1));
        List<String> both = List.of(InventedFiles.number(1), "R 1");
        assertThat(found(text(code.value()))).containsExactlyElementsOf(both);
        assertThat(found(text("CN" + code))).containsExactlyElementsOf(both);
    }

    @Test
    void aYearThatIsMistypedCostsNoLookIntoTheMonthsBetween(@Autowired DataSource source) {
        long upload = read(file("a.xml", InventedFiles.bought(firm, 1))).id();
        european(upload, "R 26", "0026-11-02", new Party("Mistyped", "ATU00000000"));
        AtomicInteger asked = new AtomicInteger();
        JdbcClient counted = JdbcClient.create(new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        });
        assertThat(new ArchiveSearch(counted, 1).search(firm, text("mistyped"), null, 10))
                .extracting(KeptInvoice::number)
                .containsExactly("R 26");
        assertThat(asked.get()).as("statements").isBetween(1, 20);
    }

    /// What was archived before pairs were mixed with firm and month is found like the rest.
    @Test
    void theMigrationMixesPairsAsTheProgramDoes() throws IOException {
        read(file("a.xml", InventedFiles.bought(firm, 1)));
        String migration = Files.readString(Path.of("src/main/resources/db/invoices/V4__by_day.sql"));
        String grams = migration.substring(migration.indexOf("array("), migration.indexOf("  from invoices.invoice i"));
        Integer[] plain = database.sql("select " + grams + " from invoices.searched s, invoices.invoice i"
                        + " where i.id = s.id and i.firm = ?")
                .param(firm.value())
                .query((row, _) -> (Integer[]) row.getArray(1).getArray())
                .single();
        String words = database.sql("select words from invoices.invoice where firm = ?")
                .param(firm.value())
                .query(String.class)
                .single();
        assertThat(Arrays.stream(plain).mapToInt(Integer::intValue))
                .as("mixed twice is not mixed")
                .containsExactly(Arrays.stream(Grams.of(words)).boxed().toArray(Integer[]::new));
    }

    @Test
    void pageByPageEachIsSeenOnceTheNewestFirst() {
        read(IntStream.rangeClosed(1, 25)
                .mapToObj(i -> file(i + ".xml", InventedFiles.bought(firm, i)))
                .toArray(Sent[]::new));
        List<KeptInvoice> all = new ArrayList<>();
        Place after = null;
        List<KeptInvoice> page = archive.search(firm, text("面粉"), after, 10);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = Place.of(page.getLast());
            page = archive.search(firm, text("面粉"), after, 10);
        }
        assertThat(all).hasSize(25).extracting(KeptInvoice::id).doesNotHaveDuplicates();
        assertThat(all.stream().map(KeptInvoice::issuedOn).toList().reversed()).isSorted();
    }
}
