package org.rongyi.city.utilities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.SurveyRecord.Photo;
import org.springframework.stereotype.Component;

/// Puts the record of a visit together, and the text that is signed: whoever changes one sign of it changes its hash,
/// so that no signature over another version counts.
@Component
class RecordReader {
    private final RecordTable records;
    private final UtilityBook book;

    RecordReader(RecordTable records, UtilityBook book) {
        this.records = records;
        this.book = book;
    }

    SurveyRecord of(Visit visit, String address) {
        Map<String, String> values = records.values(visit.id());
        List<Photo> photos = records.photos(visit.id());
        return new SurveyRecord(
                visit, values, photos, hash(text(visit, address, values, photos)), missing(visit, values));
    }

    private List<String> missing(Visit visit, Map<String, String> values) {
        List<String> missing = new ArrayList<>();
        book.fields(visit).forEach((field, measure) -> {
            boolean there = visit.crews().stream()
                    .noneMatch(crew -> field.startsWith(crew.utility() + ".")
                            && !crew.absent().isEmpty());
            if (measure.needed() && there && !values.containsKey(field)) {
                missing.add(field);
            }
        });
        return missing;
    }

    /// One line a thing, in an order of its own, so that the same record has the same text everywhere.
    static String text(Visit visit, String address, Map<String, String> values, List<Photo> photos) {
        StringBuilder text = new StringBuilder("visit " + visit.id() + "\nfrom " + visit.startsAt() + "\nto "
                + visit.endsAt() + "\nat " + address + "\n");
        Map<String, String> crews = new TreeMap<>();
        visit.crews().forEach(crew -> crews.put(crew.utility(), crew.crew() + line(" absent: ", crew.absent())));
        crews.forEach((utility, crew) ->
                text.append("crew ").append(utility).append(' ').append(crew).append('\n'));
        new TreeMap<>(values)
                .forEach((field, value) ->
                        text.append(field).append('=').append(value).append('\n'));
        photos.stream()
                .map(Photo::sha256)
                .sorted()
                .forEach(sha -> text.append("photo ").append(sha).append('\n'));
        return text.toString();
    }

    private static String line(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
