package org.rongyi.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A support policy as its file describes it.
///
/// @param documentNo number of the document, such as 财政部公告2023年第8号
/// @param exclusiveGroup policies of one group support the same matter: a firm gets the higher one only
/// @param versions the texts through time, at least one, in the order of the file
public record PolicyDefinition(
        String id,
        Words title,
        @Nullable Words issuer,
        @Nullable String documentNo,
        @Nullable Level level,
        @Nullable Field field,
        @Nullable Kind kind,
        @Nullable Mode mode,
        @Nullable String exclusiveGroup,
        List<PolicyVersion> versions,
        Place place) {

    /// Who grants it.
    public enum Level {
        NATIONAL("国家级", "National"),
        PROVINCE("省级", "Province"),
        CITY("市级", "City"),
        DISTRICT("区县级", "District");

        private final Words words;

        Level(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// What it supports.
    public enum Field {
        INDUSTRY("产业培育", "Industry"),
        FACTORS("要素保障", "Resources"),
        INNOVATION("科技创新", "Innovation"),
        EMPLOYMENT("稳岗就业", "Employment"),
        FINANCE("投资信贷", "Investment and credit"),
        TALENT("人才培养", "Talent"),
        TRADE("外资外贸", "Foreign trade and investment"),
        HONOUR("资质荣誉", "Titles and honours");

        private final Words words;

        Field(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// How it supports; `class` in the file.
    public enum Kind {
        RELIEF("减免类", "Relief"),
        SUBSIDY("奖补类", "Subsidy"),
        RIGHT("权益类", "Right"),
        QUALIFICATION("资质类", "Qualification");

        private final Words words;

        Kind(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// What the firm has to do for it.
    public enum Mode {
        AUTO("免申即享", "Granted without application"),
        EASY_APPLY("易申快享", "Simple application"),
        APPLY("即申即享", "On application");

        private final Words words;

        Mode(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// The text that was law on `validOn` as far as it was known here on `knownOn`; empty when none was in force. Of
    /// two texts for one day the one recorded later counts, of two recorded on one day the one further down.
    public Optional<PolicyVersion> versionAt(LocalDate validOn, LocalDate knownOn) {
        return versions.stream()
                .filter(version -> version.validOn(validOn) && version.knownOn(knownOn))
                .reduce((above, below) -> above.recordedAfter(below) ? above : below);
    }
}
