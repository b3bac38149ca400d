package org.rongyi.city.courts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The package: `handover.json` and the papers, as docs/COURTS.md says.
final class CourtPackage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CourtPackage() {}

    static byte[] zip(HandOver what, String firmName, List<HandOverTable.Content> papers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            List<Map<String, Object>> listed = new ArrayList<>();
            for (int i = 0; i < papers.size(); i++) {
                HandOverTable.Content paper = papers.get(i);
                String entry = "papers/%02d-%s".formatted(i + 1, paper.name().replace('/', '_'));
                listed.add(Map.of("paper", paper.paper(), "file", entry));
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(paper.bytes());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("handover.json"));
            zip.write(JSON.writeValueAsString(described(what, firmName, listed)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> described(HandOver what, String firmName, List<Map<String, Object>> papers) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("format", "rongyi-court-handover/1");
        described.put("creditCode", what.firm().value());
        described.put("firm", firmName);
        described.put("matter", what.matter());
        described.put("step", what.step());
        described.put("opponent", what.opponent());
        described.put("claim", what.claim());
        if (what.amountYuan() != null) {
            described.put("amountYuan", what.amountYuan());
        }
        if (what.consentedBy() != null && what.consentedAt() != null) {
            described.put(
                    "consent",
                    Map.of("by", what.consentedBy(), "at", what.consentedAt().toString()));
        }
        described.put("papers", papers);
        return described;
    }
}
