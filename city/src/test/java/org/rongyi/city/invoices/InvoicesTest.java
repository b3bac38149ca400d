package org.rongyi.city.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.InvoiceUploads.Item;
import org.rongyi.city.invoices.InvoiceUploads.Refused;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Taken;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.invoices.InvoiceUploads.Why;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// A firm sends its invoices: each is archived, there already, or listed with what is wrong.
@CityTest
class InvoicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InvoiceUploads uploads;
    private final InvoiceArchive archive;
    private final KeptUploads reading;
    private final People people;
    private final Mandates mandates;
    private final TestClock clock;
    private final JdbcClient database;
    private final Acting owner;
    private final CreditCode firm = new TestFirms().next();

    @Autowired
    InvoicesTest(
            InvoiceUploads uploads,
            InvoiceArchive archive,
            KeptUploads reading,
            People people,
            Mandates mandates,
            TestClock clock,
            JdbcClient database) {
        this.uploads = uploads;
        this.archive = archive;
        this.reading = reading;
        this.people = people;
        this.mandates = mandates;
        this.clock = clock;
        this.database = database;
        this.owner = owner(firm);
    }

    private Acting owner(CreditCode of) {
        String account = "owner-" + UUID.randomUUID();
        Person person = new Person(account, "某业主", "", Set.of());
        people.register(person, "a password of invoices");
        return new Acting(person, mandates.registered(of, account, Capacity.OWNER, "市监"));
    }

    private Upload read(Sent... files) {
        InvoiceUploads.Sending sending = uploads.send(owner, List.of(files));
        assertThat(sending).isInstanceOf(Taken.class);
        return finished(((Taken) sending).upload());
    }

    private Upload finished(long upload) {
        await().atMost(PATIENCE)
                .until(() -> uploads.find(firm, upload).orElseThrow().finished());
        return uploads.find(firm, upload).orElseThrow();
    }

    private static Sent file(String name, byte[] bytes) {
        return new Sent(name, bytes);
    }

    @Test
    void ofFiveHundredWithTwelveFaultyExactlyThoseTwelveAreListed() {
        Map<String, byte[]> files = InventedFiles.many(firm, 500);
        files.put("发票1.pdf", new byte[] {1});
        files.put("__MACOSX/._发票1.xml", new byte[] {1});
        Upload upload = read(file("十一月.zip", InventedFiles.zip(files)));
        assertThat(upload.files()).isEqualTo(500);
        assertThat(upload.archived()).isEqualTo(488);
        assertThat(upload.faulty()).isEqualTo(12);
        assertThat(upload.other() + upload.same()).isZero();
        assertThat(upload.passedOver()).isEqualTo(1);
        List<Item> faulty = uploads.toSeeTo(firm, upload.id(), 0, 100);
        assertThat(faulty)
                .extracting(Item::name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> "发票" + 12 * i + ".xml")
                        .toList());
        assertThat(faulty).allSatisfy(item -> assertThat(item.faults()).isNotEmpty());
        assertThat(faulty.get(0).faults()).extracting(Fault::rule).contains("CN-17");
        assertThat(faulty.get(5).faults()).extracting(Fault::rule).containsExactly("XML-1");
        assertThat(faulty.get(7).faults()).extracting(Fault::rule).containsExactly("OURS");
    }

    @Test
    void theSameFileIsThereAlreadyAndAnotherOfItsNumberIsLaidBesideIt() {
        byte[] first = InventedFiles.bought(firm, 7);
        byte[] other = InventedFiles.changed(first, "面粉", "米粉");
        assertThat(read(file("a.xml", first)).archived()).isEqualTo(1);
        Upload again = read(file("a.xml", first), file("b.xml", other));
        assertThat(again.same()).isEqualTo(1);
        assertThat(again.other()).isEqualTo(1);
        assertThat(again.archived()).isZero();
        InvoiceUploads.Pair pair = uploads.pair(firm, again.id(), 2).orElseThrow();
        assertThat(pair.archived().lines().getFirst().item()).contains("面粉");
        assertThat(pair.sent().lines().getFirst().item()).contains("米粉");
        assertThat(archive.original(firm, pair.kept().id()))
                .as("what is archived never changes")
                .hasValue(first);
    }

    @Test
    void aNumberOfTheWholeCountryNamesOneInvoiceWhoeverSaysThatTheySold() {
        byte[] first = InventedFiles.bought(firm, 7);
        byte[] forged = InventedFiles.changed(first, InventedFiles.SELLER.taxId(), "Y1510104YDEMA90187");
        assertThat(read(file("a.xml", first)).archived()).isEqualTo(1);
        Upload again = read(file("forged.xml", forged));
        assertThat(again.other()).isEqualTo(1);
        assertThat(uploads.pair(firm, again.id(), 1).orElseThrow().kept().partyId())
                .isEqualTo(InventedFiles.SELLER.taxId());
    }

    @Test
    void whereAnOlderArchiveHasTwoOfANumberEachIsTheSameAsItself() {
        byte[] first = InventedFiles.bought(firm, 7);
        byte[] second = InventedFiles.changed(first, InventedFiles.SELLER.taxId(), "Y1510104YDEMA90187");
        assertThat(read(file("a.xml", first)).archived()).isEqualTo(1);
        database.sql("update invoices.invoice set twin = true where firm = ?")
                .param(firm.value())
                .update();
        assertThat(read(file("b.xml", second)).archived()).isEqualTo(1);
        assertThat(read(file("a.xml", first), file("b.xml", second)).same()).isEqualTo(2);
    }

    @Test
    void nobodyElseSeesThem() {
        Upload upload = read(file("a.xml", InventedFiles.bought(firm, 1)));
        CreditCode another = new TestFirms().next();
        long id = archive.search(firm, Wanted.ALL, null, 1).getFirst().id();
        assertThat(archive.find(another, id)).isEmpty();
        assertThat(archive.original(another, id)).isEmpty();
        assertThat(archive.content(another, id)).isEmpty();
        assertThat(archive.search(another, Wanted.ALL, null, 10)).isEmpty();
        assertThat(uploads.find(another, upload.id())).isEmpty();
        assertThat(uploads.toSeeTo(another, upload.id(), 0, 10)).isEmpty();
    }

    @Test
    void whoMayOnlyLookSendsNothing() {
        Mandate view =
                new Mandate(1, firm, "viewer", Capacity.AGENT, Set.of(Purpose.VIEW), clock.today(), owner.account());
        Acting viewer = new Acting(new Person("viewer", "某人", "", Set.of()), view);
        List<Sent> files = List.of(file("a.xml", InventedFiles.bought(firm, 1)));
        assertThatThrownBy(() -> uploads.send(viewer, files)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> archive.allow(viewer, clock.today(), BigDecimal.ONE))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatCannotBeUnpackedIsRefusedAtOnce() {
        assertThat(uploads.send(owner, List.of(file("", new byte[0])))).isEqualTo(new Refused(Why.NO_FILE));
        assertThat(uploads.send(owner, List.of(file("a.zip", InventedFiles.zip(Map.of("a.pdf", new byte[] {1}))))))
                .isEqualTo(new Refused(Why.NO_XML));
        assertThat(uploads.send(owner, List.of(file("a.zip", new byte[] {'P', 'K', 3, 4, 0}))))
                .isEqualTo(new Refused(Why.BROKEN_ZIP));
        byte[] bomb = InventedFiles.zip(Map.of("a.pdf", new byte[1 << 24], "b.pdf", new byte[1 << 24]));
        assertThat(uploads.send(owner, List.of(file("a.zip", bomb)))).isEqualTo(new Refused(Why.NO_XML));
    }

    @Test
    void anAuditorGetsTheFilesAsTheyCameAndTheirHashes() throws IOException {
        Map<String, byte[]> sent = new HashMap<>();
        IntStream.rangeClosed(1, 3).forEach(i -> sent.put(InventedFiles.number(i), InventedFiles.bought(firm, i)));
        read(sent.values().stream().map(bytes -> file("x.xml", bytes)).toArray(Sent[]::new));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        assertThat(archive.export(firm, Wanted.ALL, zip)).isEqualTo(3);
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        String sums = new String(entries.get("SHA256SUMS"), StandardCharsets.UTF_8);
        String table = new String(entries.get("invoices.csv"), StandardCharsets.UTF_8);
        assertThat(entries.keySet()).hasSize(5);
        sent.forEach((number, bytes) -> {
            Map.Entry<String, byte[]> original = entries.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(number))
                    .findFirst()
                    .orElseThrow();
            String hash = HexFormat.of().formatHex(Export.sha256(bytes));
            assertThat(original.getValue()).isEqualTo(bytes);
            assertThat(sums).contains(hash + "  " + original.getKey());
            assertThat(table).contains(number).contains(hash);
        });
    }

    @Test
    void theQuotaOfAMonthCountsWhatWasIssuedWithoutTax() {
        read(
                file("a.xml", InventedFiles.sold(firm, 1, "700.00")),
                file("b.xml", InventedFiles.sold(firm, 2, "100.50")),
                file("c.xml", InventedFiles.bought(firm, 3)));
        LocalDate november = LocalDate.of(2026, 11, 23);
        assertThat(archive.quota(firm, november).amount()).isNull();
        archive.allow(owner, november, new BigDecimal(1000));
        InvoiceArchive.Quota quota = archive.quota(firm, november);
        assertThat(quota.amount()).isEqualByComparingTo("1000");
        assertThat(quota.used()).isEqualByComparingTo("800.50");
        assertThat(archive.quota(firm, november.minusMonths(1)).used()).isZero();
    }

    @Test
    void whatLiesInTheFirmsFolderIsTakenOnceItIsWhole(@TempDir Path folder) throws IOException {
        Path mine = Files.createDirectories(folder.resolve(firm.value()));
        Files.createDirectories(folder.resolve("not-a-firm"));
        Files.write(mine.resolve("a.xml"), InventedFiles.bought(firm, 1));
        Files.createSymbolicLink(mine.resolve("link.xml"), Path.of("/etc/hostname"));
        DropFolder drop = new DropFolder(reading, folder.toString());
        drop.look();
        assertThat(uploads.latest(firm, 10)).as("it may still be written").isEmpty();
        drop.look();
        Upload upload = finished(uploads.latest(firm, 10).getFirst().id());
        assertThat(upload.archived()).isEqualTo(1);
        assertThat(mine.resolve("taken/a.xml")).exists();
        assertThat(mine.resolve("a.xml")).doesNotExist();
        drop.look();
        drop.look();
        assertThat(uploads.latest(firm, 10)).hasSize(1);
    }

    @Test
    void aFolderWhereNothingCanBeMovedSendsNothingAndHoldsUpNoOther(@TempDir Path folder) throws IOException {
        CreditCode stuck = new TestFirms().next();
        CreditCode linked = new TestFirms().next();
        for (CreditCode each : List.of(stuck, linked, firm)) {
            Path file = Files.createDirectories(folder.resolve(each.value())).resolve("a.xml");
            Files.write(file, InventedFiles.bought(each, 1));
        }
        Files.createFile(folder.resolve(stuck.value()).resolve("taken"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve(linked.value()).resolve("taken"), elsewhere);
        DropFolder drop = new DropFolder(reading, folder.toString());
        IntStream.range(0, 4).forEach(_ -> drop.look());
        assertThat(uploads.latest(stuck, 10)).isEmpty();
        assertThat(uploads.latest(linked, 10)).isEmpty();
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(uploads.latest(firm, 10)).hasSize(1);
    }
}
