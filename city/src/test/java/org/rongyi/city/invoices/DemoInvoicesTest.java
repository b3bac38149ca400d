package org.rongyi.city.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.springframework.beans.factory.annotation.Autowired;

/// The invented invoices of the demo, of the file that ships, for a firm of the test.
@CityTest
class DemoInvoicesTest {
    private final DemoInvoices demo;
    private final InvoiceUploads uploads;
    private final InvoiceArchive archive;
    private final TestClock clock;
    private final CreditCode firm = new TestFirms().next();

    @Autowired
    DemoInvoicesTest(DemoInvoices demo, InvoiceUploads uploads, InvoiceArchive archive, TestClock clock) {
        this.demo = demo;
        this.uploads = uploads;
        this.archive = archive;
        this.clock = clock;
    }

    @Test
    void theDemoHasADozenInventedInvoicesOfTheLastMonthsAndARefusedOne(@TempDir Path folder) throws IOException {
        String shipped = Files.readString(Path.of("../cities/chengdu/invoices/demo.csv"));
        Path file = Files.writeString(folder.resolve("demo.csv"), shipped.replace("Y2510104YDEMA0013K", firm.value()));
        demo.fill(file);
        long id = uploads.latest(firm, 1).getFirst().id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> uploads.find(firm, id).orElseThrow().finished());
        Upload upload = uploads.find(firm, id).orElseThrow();
        assertThat(upload.archived()).isEqualTo(12);
        assertThat(uploads.toSeeTo(firm, id, 0, 10))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.faults()).extracting(Fault::rule).containsExactly("CN-12"));
        LocalDate today = clock.today();
        assertThat(archive.search(firm, Wanted.ALL, null, 20)).hasSize(12).allSatisfy(invoice -> {
            assertThat(invoice.party()).contains("虚构");
            assertThat(invoice.issuedOn()).isBetween(today.minusDays(90), today);
            assertThat(archive.original(firm, invoice.id()))
                    .get()
                    .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                            .contains("合成样例，不是发票"));
        });
        assertThat(archive.search(firm, Wanted.ALL, null, 20))
                .anyMatch(invoice -> invoice.total().signum() < 0);
        demo.fill(file);
        assertThat(uploads.latest(firm, 10))
                .as("a firm that has some gets none")
                .hasSize(1);
    }
}
