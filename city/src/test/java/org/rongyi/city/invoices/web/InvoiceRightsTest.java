package org.rongyi.city.invoices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InventedFiles;
import org.rongyi.city.invoices.InvoiceArchive;
import org.rongyi.city.invoices.InvoiceUploads;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever types the address of another firm's invoice finds none there.
@CityTest
class InvoiceRightsTest {
    private final Browser browser;
    private final Story story;
    private final InvoiceUploads uploads;
    private final InvoiceArchive archive;

    @Autowired
    InvoiceRightsTest(Browser browser, Story story, InvoiceUploads uploads, InvoiceArchive archive) {
        this.browser = browser;
        this.story = story;
        this.uploads = uploads;
        this.archive = archive;
    }

    @Test
    void anotherFirmAndAnOfficerWithoutAPurposeSeeNoneOfThem() {
        CreditCode firm = new TestFirms().next();
        Acting owner = story.owner(firm);
        long upload = ((InvoiceUploads.Taken) uploads.send(
                        owner,
                        List.of(
                                new InvoiceUploads.Sent("a.xml", InventedFiles.bought(firm, 1)),
                                new InvoiceUploads.Sent("b.xml", new byte[] {'<'}))))
                .upload();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> uploads.find(firm, upload).orElseThrow().finished());
        long id = archive.search(firm, InvoiceArchive.Wanted.ALL, null, 1)
                .getFirst()
                .id();
        List<String> addresses = List.of(
                "/my/invoices/" + id,
                "/my/invoices/" + id + "/file",
                "/my/invoices/uploads/" + upload,
                "/my/invoices/uploads/" + upload + "/faults.csv");
        assertThat(answers(owner, addresses)).containsOnly(200);
        assertThat(answers(story.owner(new TestFirms().next()), addresses)).containsOnly(404);
        assertThat(answers(story.officer("税务"), addresses)).containsOnly(403);
        assertThat(answers(story.officer("税务"), List.of("/officer/firms/" + firm + "/invoices/" + id)))
                .as("no such firm is on record")
                .containsOnly(404);
    }

    @Test
    void whateverIsTypedIntoAnAddressIsAnsweredAndNothingBreaks() {
        Acting owner = story.owner(new TestFirms().next());
        assertThat(answers(
                        owner,
                        List.of(
                                "/my/invoices?from=%2B999999999-01-01&until=-0044-03-15",
                                "/my/invoices?q=%00%F0%9F%98%80%27",
                                "/my/invoices?least=1e9&most=NaN",
                                "/my/invoices/export?least=1e9",
                                "/my/invoices?q=" + "9".repeat(61))))
                .containsOnly(422);
        assertThat(answers(
                        owner,
                        List.of(
                                "/my/invoices?after=9999-12-31_999999999999999999",
                                "/my/invoices?after=2026-02-31_1",
                                "/my/invoices?q=%25_%5C%25ab",
                                "/my/invoices?from=0001-01-01&until=9999-12-31")))
                .containsOnly(200);
        assertThat(answers(
                        owner,
                        List.of("/my/invoices/abc", "/my/invoices/99999999999999999999", "/my/invoices/uploads/1/-1")))
                .allMatch(status -> status == 404 || status == 400);
    }

    private List<Integer> answers(Acting who, List<String> addresses) {
        try (Visit visit = browser.visitor().signedIn(who.account(), Story.PASSWORD)) {
            URI city = URI.create(visit.go("/").page().url());
            return addresses.stream()
                    .map(address ->
                            visit.page().request().get(city.resolve(address).toString()))
                    .map(APIResponse::status)
                    .toList();
        }
    }
}
