package org.rongyi.city.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;

/// What was handed in for one case, as it stands after the last correction.
///
/// @param application number that the applicant knows
/// @param version 1, and one more for each correction
/// @param values what the item needs, in the order of its file
/// @param papers what the item needs, those that are exempt too
/// @param assisted who typed it at a window, with whose consent; null: the applicant did it alone
public record Submission(
        long applicationId,
        String application,
        String journey,
        Words journeyName,
        String item,
        Words itemName,
        Applicant applicant,
        int version,
        Instant at,
        List<Value> values,
        List<Paper> papers,
        Review review,
        Application.@Nullable Assisted assisted) {

    /// What rules found before it was handed in; they refuse nothing.
    ///
    /// @param rules version of the rules
    /// @param findings those that are about this item
    public record Review(String rules, List<Finding> findings) {}

    /// @param name of the firm, or of the person who founds one
    /// @param firm null while there is none
    /// @param person name of who handed it in
    public record Applicant(String name, @Nullable CreditCode firm, String account, String person) {}

    /// Where a value comes from.
    public enum Origin {
        /// The applicant said it.
        SAID(new Words("申请人填写", "filled in by the applicant")),
        /// A department has it on record.
        DEPARTMENT(new Words("部门数据", "on record at a department")),
        /// On record as the firm's own declaration.
        SELF_DECLARED(new Words("企业自报", "declared by the firm")),
        /// An earlier item of the application brought it about.
        RESULT(new Words("前面的事项产生", "from an earlier item")),
        /// Nobody has supplied it.
        MISSING(new Words("没有填", "not filled in"));

        private final Words words;

        Origin(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /// @param value null when it is missing
    /// @param source the department, where one has it on record
    /// @param reported what the department has on record, where the applicant corrected it
    /// @param before what stood there before the last correction; null when that did not change it
    public record Value(
            ElementDefinition element,
            @Nullable Object value,
            Origin origin,
            @Nullable String source,
            @Nullable LocalDate asOf,
            @Nullable Object reported,
            @Nullable Object before) {}

    /// How a paper was given.
    public enum Given {
        FILE(new Words("已上传", "uploaded")),
        PROMISE(new Words("先承诺，后补", "promised, to follow")),
        COUNTER(new Words("到部门交", "brought to the department")),
        LICENCE(new Words("免交：电子证照", "not needed: e-licence")),
        ISSUED(new Words("免交：前面的事项会发", "not needed: an earlier item issues it")),
        SHARED(new Words("免交：部门共享", "not needed: shared by a department"));

        private final Words words;

        Given(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }

        public boolean exempt() {
            return this == LICENCE || this == ISSUED || this == SHARED;
        }
    }

    /// @param by name of the licence or department that makes it needless; null where none does
    /// @param file what was uploaded
    public record Paper(
            String id, Words name, Given given, @Nullable Words by, Application.@Nullable Attachment file) {}
}
