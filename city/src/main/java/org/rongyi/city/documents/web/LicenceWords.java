package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;

/// How pages speak of a licence.
final class LicenceWords {
    private LicenceWords() {}

    /// What everybody may know of it.
    static List<SummaryRow> rows(Page page, Licence licence) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("证照", "Licence"), page.say(licence.name())));
        rows.add(SummaryRow.of(page.say("持有人", "Holder"), licence.holder()));
        rows.add(SummaryRow.of(
                page.say("统一社会信用代码", "Credit code"), licence.firm().value()));
        rows.add(SummaryRow.of(page.say("证照标识", "Identifier"), licence.number()));
        rows.add(SummaryRow.of(page.say("发证时间", "Issued"), page.moment(licence.issuedAt())));
        rows.add(SummaryRow.of(page.say("有效期", "Valid until"), until(page, licence)));
        return rows;
    }

    static String until(Page page, Licence licence) {
        return licence.validUntil() == null ? page.say("长期", "without end") : page.date(licence.validUntil());
    }

    /// The colour of a state: what counts, what may count again, what does not.
    static String tag(Licence.State state) {
        return switch (state) {
            case VALID -> "govuk-tag--green";
            case SUSPENDED -> "govuk-tag--yellow";
            case EXPIRED, REVOKED, CANCELLED -> "govuk-tag--red";
        };
    }

    static ResponseEntity<byte[]> file(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    static String notFound(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("本市没有发过这个编号的证照。", "This city has issued no licence of this number."),
                        new Words(
                                "核对编号；手里有文件的，可以上传核验。",
                                "Check the number; if you have the file, upload it to be verified."),
                        Link.of("核验证照", "Verify a licence", "/verify")));
        return "jte:ui/error";
    }
}
