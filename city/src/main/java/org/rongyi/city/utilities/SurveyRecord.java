package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a visit found: one record for all operators.
///
/// @param values `utility.measure` or `site.measure` to what was found
/// @param hash over everything that is signed: place, time, who is there, values, photos
/// @param missing `utility.measure` without which nobody can sign
public record SurveyRecord(
        Connection.Visit visit, Map<String, String> values, List<Photo> photos, String hash, List<String> missing) {
    /// Where what is measured once for all stands.
    public static final String SITE = "site";

    public static final int LONGEST_VALUE = 300;

    public boolean closed() {
        return visit.state() == Connection.VisitState.SIGNED;
    }

    public record Photo(long id, String type, int size, String sha256, Instant at, String by) {}

    public record Content(String type, byte[] bytes) {}
}
