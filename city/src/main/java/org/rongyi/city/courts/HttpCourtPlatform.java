package org.rongyi.city.courts;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.rongyi.city.courts.CourtPlatform.Answer.Refused;
import org.rongyi.city.courts.CourtPlatform.Answer.Taken;
import org.rongyi.city.vocabulary.OtherSystem;
import org.rongyi.city.vocabulary.OtherSystem.Reply;

/// The platform over HTTP, as docs/COURTS.md says. What comes back is read field by field, and bounded.
final class HttpCourtPlatform implements CourtPlatform {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final String PATH = "/handovers";

    private final OtherSystem system;

    HttpCourtPlatform(URI address, String key, Duration timeout) {
        this.system = new OtherSystem(address, key, timeout);
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public Answer handOver(String idempotencyKey, byte[] zip) {
        try {
            Reply answer = system.post(PATH, "application/zip", idempotencyKey, zip);
            if (answer.status() == CREATED && !answer.text("reference").isEmpty()) {
                return new Taken(answer.text("reference"), address(answer));
            }
            return answer.status() == UNPROCESSABLE && !answer.text("reason").isEmpty()
                    ? new Refused(answer.text("reason"))
                    : new Answer.Unreached("status " + answer.status());
        } catch (IOException failed) {
            return new Answer.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Look look(String reference) {
        try {
            Reply answer = system.get(PATH + "/", reference);
            if (answer.status() == NOT_FOUND) {
                return new Look.Unknown();
            }
            return answer.status() == OK
                    ? new Look.Found(standing(answer))
                    : new Look.Unreached("status " + answer.status());
        } catch (IOException | DateTimeException failed) {
            return new Look.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    private static Standing standing(Reply answer) throws IOException {
        String stage = answer.text("stage");
        Stage known = Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IOException("no stage (" + stage + ")"));
        String meets = answer.text("meetsAt");
        return new Standing(
                known,
                LocalDate.parse(answer.text("since")),
                meets.isEmpty() ? null : OffsetDateTime.parse(meets).toInstant(),
                answer.text("place"));
    }

    /// A link that leads anywhere else than to a page is none.
    private static String address(Reply answer) {
        String link = answer.text("address");
        return link.startsWith("https://") ? link : "";
    }
}
