package org.rongyi.city.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.InvoiceUploads.Item;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Taken;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.springframework.beans.factory.annotation.Autowired;

/// Files that mean harm, or that nobody has thought of: each is listed with what is wrong, and holds up no other.
@CityTest
class HostileUploadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InvoiceUploads uploads;
    private final InvoiceArchive archive;
    private final KeptUploads reading;
    private final CreditCode firm = new TestFirms().next();
    private final Acting owner;

    @Autowired
    HostileUploadsTest(
            InvoiceUploads uploads, InvoiceArchive archive, KeptUploads reading, People people, Mandates mandates) {
        this.uploads = uploads;
        this.archive = archive;
        this.reading = reading;
        String account = "owner-" + UUID.randomUUID();
        Person person = new Person(account, "某业主", "", Set.of());
        people.register(person, "a password of invoices");
        this.owner = new Acting(person, mandates.registered(firm, account, Capacity.OWNER, "市监"));
    }

    /// Reads itself too: the room's own thread rests before it tries again what failed.
    private Upload read(Sent... files) {
        long upload = ((Taken) uploads.send(owner, List.of(files))).upload();
        await().atMost(PATIENCE).until(() -> {
            reading.readSome();
            return uploads.find(firm, upload).orElseThrow().finished();
        });
        return uploads.find(firm, upload).orElseThrow();
    }

    private List<Item> faulty(Upload upload) {
        return uploads.toSeeTo(firm, upload.id(), 0, 100);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] good(int which) {
        return InventedFiles.bought(firm, which);
    }

    private String text(int which) {
        return new String(good(which), StandardCharsets.UTF_8);
    }

    private byte[] planted(int which, String failure) {
        return bytes(text(which) + failure);
    }

    @Test
    void aFileThatBringsTheReaderDownIsPutAsideAndTheOthersAreRead() {
        List<Sent> files = new ArrayList<>();
        files.add(new Sent("bad.xml", planted(1, PlantedReader.THROWS)));
        files.add(new Sent("deep.xml", planted(2, PlantedReader.OVERFLOWS)));
        files.add(new Sent("large.xml", planted(3, PlantedReader.TAKES_ALL_MEMORY)));
        IntStream.rangeClosed(4, 20).forEach(i -> files.add(new Sent(i + ".xml", good(i))));
        Upload upload = read(files.toArray(Sent[]::new));
        assertThat(upload.archived()).isEqualTo(17);
        assertThat(faulty(upload)).extracting(Item::name).containsExactly("bad.xml", "deep.xml", "large.xml");
        assertThat(faulty(upload)).allSatisfy(item -> {
            Fault fault = item.faults().getFirst();
            assertThat(fault.rule()).isEqualTo("UNREAD");
            assertThat(fault.what().zh()).contains("试了 3 次", "没有归档");
            assertThat(fault.todo().zh()).contains("上传 " + upload.id(), "第 " + item.place() + " 个文件");
        });
        assertThat(read(new Sent("later.xml", good(21))).archived())
                .as("the queue goes on")
                .isEqualTo(1);
    }

    @Test
    void whatMeansHarmIsListedAndNothingOfItIsArchived(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret of this machine");
        String laughs = "<!DOCTYPE EInvoice [<!ENTITY a \"ha\">"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "<!ENTITY " + (char) ('b' + i) + " \""
                                + ("&" + (char) ('a' + i) + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]><EInvoice>&u;</EInvoice>";
        String external = "<!DOCTYPE EInvoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><EInvoice>&x;</EInvoice>";
        String parameter = "<!DOCTYPE EInvoice [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]><EInvoice/>";
        Upload upload = read(
                new Sent("laughs.xml", bytes(laughs)),
                new Sent("laughs-16.xml", laughs.getBytes(StandardCharsets.UTF_16)),
                new Sent("external.xml", bytes(external)),
                new Sent("parameter.xml", bytes(parameter)),
                new Sent("include.xml", bytes("<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='a.xml'/>")),
                new Sent("half-16.xml", text(1).getBytes(StandardCharsets.UTF_16LE)),
                new Sent("lies.xml", text(1).getBytes(Charset.forName("GB18030"))),
                new Sent("deep.xml", bytes("<EInvoice>".repeat(50_000))),
                new Sent("large.xml", bytes("<EInvoice>" + " ".repeat(5 << 20) + "</EInvoice>")));
        assertThat(upload.faulty()).isEqualTo(9);
        assertThat(archive.isEmpty(firm)).isTrue();
        assertThat(faulty(upload).toString())
                .doesNotContain("the secret of this machine")
                .doesNotContain("root:");
        assertThat(faulty(upload).stream().limit(4))
                .allSatisfy(
                        item -> assertThat(item.faults().getFirst().what().zh()).contains("实体"));
    }

    @Test
    void otherEncodingsAreReadAsWhatTheySay() {
        String old = text(2).replace("UTF-8", "GB18030");
        Upload upload = read(
                new Sent("utf-16.xml", text(1).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)),
                new Sent("gb18030.xml", old.getBytes(Charset.forName("GB18030"))));
        assertThat(upload.archived()).isEqualTo(2);
        assertThat(archive.search(firm, Wanted.ALL, null, 10))
                .extracting(KeptInvoice::party)
                .containsOnly("虚构面粉厂（测试）");
    }

    @Test
    void namesInAZipLeadNowhereAndAZipInAZipIsPassedOver() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../../etc/cron.d/a.xml", good(1));
        files.put("/etc/b.xml", good(2));
        files.put("C:\\windows\\c.xml", good(3));
        files.put("=cmd|' '!A1\u202e.xml", bytes("<a/>"));
        files.put("inner.zip", InventedFiles.zip(Map.of("d.xml", good(4))));
        files.put("really-a-zip.xml", InventedFiles.zip(Map.of("e.xml", good(5))));
        Upload upload = read(new Sent("../../up.zip", InventedFiles.zip(files)));
        assertThat(upload.name()).isEqualTo("up.zip");
        assertThat(upload.archived()).isEqualTo(3);
        assertThat(upload.passedOver()).isEqualTo(1);
        assertThat(archive.search(firm, Wanted.ALL, null, 10))
                .extracting(KeptInvoice::fileName)
                .containsExactlyInAnyOrder("a.xml", "b.xml", "c.xml");
        assertThat(faulty(upload)).extracting(Item::name).containsExactly("=cmd|' '!A1.xml", "really-a-zip.xml");
    }

    @Test
    void anEntryOfAHundredMegabytesIsOneFaultyFile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("huge.xml", new byte[100 << 20]);
        files.put("good.xml", good(1));
        Upload upload = read(new Sent("a.zip", InventedFiles.zip(files)));
        assertThat(upload.archived()).isEqualTo(1);
        assertThat(faulty(upload))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.faults().getFirst().what().zh()).contains("4 MB"));
    }

    @Test
    void ofTwoUploadsWithTheSameNumbersAtTheSameMomentEachNumberIsArchivedOnce() {
        List<Sent> first = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Sent(i + ".xml", good(i)))
                .toList();
        List<Sent> second = first.reversed().stream()
                .map(file -> new Sent(file.name(), InventedFiles.changed(file.bytes(), "面粉</", "米粉</")))
                .toList();
        long one = ((Taken) uploads.send(owner, first)).upload();
        long other = ((Taken) uploads.send(owner, second)).upload();
        List<CompletableFuture<Void>> readers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (!finished(one) || !finished(other)) {
                        reading.readSome();
                    }
                }))
                .limit(3)
                .toList();
        readers.forEach(CompletableFuture::join);
        Upload a = uploads.find(firm, one).orElseThrow();
        Upload b = uploads.find(firm, other).orElseThrow();
        assertThat(a.archived() + b.archived()).isEqualTo(40);
        assertThat(a.other() + b.other()).isEqualTo(40);
        assertThat(archive.search(firm, Wanted.ALL, null, 100))
                .hasSize(40)
                .extracting(KeptInvoice::number)
                .doesNotHaveDuplicates();
    }

    private boolean finished(long upload) {
        return uploads.find(firm, upload).orElseThrow().finished();
    }

    @Test
    void aRedInvoiceIsArchivedBelowZeroAndGivesItsQuotaBack() {
        Upload upload = read(
                new Sent("sold.xml", InventedFiles.sold(firm, 1, "500.00")),
                new Sent("red.xml", InventedFiles.sold(firm, 2, "-200.00")),
                new Sent("wrong.xml", InventedFiles.changed(InventedFiles.sold(firm, 3, "-300.00"), "负叁佰", "叁佰")));
        assertThat(upload.archived()).isEqualTo(2);
        assertThat(faulty(upload))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.faults()).extracting(Fault::rule).containsExactly("CN-19"));
        BigDecimal below = new BigDecimal("-1000");
        assertThat(archive.search(firm, new Wanted("", null, null, null, below, BigDecimal.ZERO), null, 10))
                .extracting(KeptInvoice::total)
                .containsExactly(new BigDecimal("-202.00"));
        assertThat(archive.quota(firm, LocalDate.of(2026, 11, 1)).used()).isEqualByComparingTo("300");
    }

    @Test
    void aFolderThatCannotBeUnpackedHoldsUpNoOther(@TempDir Path folder) throws IOException {
        Path mine = Files.createDirectories(folder.resolve(firm.value()));
        Files.write(mine.resolve("a.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 9, 9, 9, 9, 9});
        Files.write(mine.resolve("b.xml"), good(1));
        DropFolder drop = new DropFolder(reading, folder.toString());
        drop.look();
        drop.look();
        assertThat(mine.resolve("refused/a.zip")).exists();
        assertThat(mine.resolve("taken/b.xml")).exists();
    }
}
