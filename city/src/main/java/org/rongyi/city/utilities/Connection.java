package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// A firm's application for one or more connections at one place.
///
/// @param area code of the place; as exact as it is known
/// @param visits of crews, the first one first
public record Connection(
        long id,
        CreditCode firm,
        String applicant,
        String address,
        String area,
        String contact,
        String phone,
        @Nullable LocalDate wantedOn,
        Instant at,
        List<Request> requests,
        List<Visit> visits) {
    public Optional<Request> request(String utility) {
        return requests.stream().filter(each -> each.utility().equals(utility)).findFirst();
    }

    public Optional<Visit> visit(long visit) {
        return visits.stream().filter(each -> each.id() == visit).findFirst();
    }

    /// One line of a list: read for a page of them at once, without plans and visits.
    public record Brief(
            long id, CreditCode firm, String applicant, String address, String area, Instant at, List<Part> parts) {
        /// @param caseId whose state has the words
        public record Part(String utility, String unit, long caseId, State state, Instant since) {}
    }

    /// One connection: what is wanted, and how far it is.
    ///
    /// @param wanted element to value, as the element types it
    /// @param why the reason of a refusal or a withdrawal, or why no crew can come; empty: there is none
    public record Request(
            long id,
            String utility,
            String unit,
            Map<String, Object> wanted,
            long caseId,
            State state,
            Instant since,
            String why,
            List<Plan> plans,
            List<Permit> permits) {
        /// The one that counts now.
        public Optional<Plan> plan() {
            return plans.isEmpty() ? Optional.empty() : Optional.of(plans.getLast());
        }
    }

    /// The states of its case, by their ids.
    public enum State {
        APPLIED("applied"),
        /// No crew of the operator can come: it is the operator's turn.
        NO_CREW("noCrew"),
        SURVEY_BOOKED("surveyBooked"),
        SURVEYED("surveyed"),
        PLAN_OFFERED("planOffered"),
        PLAN_EXPIRED("planExpired"),
        PLAN_ACCEPTED("planAccepted"),
        WORKS("works"),
        ACCEPTED("accepted"),
        SUPPLIED("supplied"),
        REFUSED("refused"),
        WITHDRAWN("withdrawn"),
        LAPSED("lapsed");

        private final String id;

        State(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public boolean end() {
            return compareTo(SUPPLIED) >= 0;
        }

        static State of(String id) {
            for (State each : values()) {
                if (each.id.equals(id)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("a connection has no state (" + id + ")");
        }
    }

    /// What an operator offers.
    ///
    /// @param metres of works outside; 0: none
    /// @param kilovolts of a power line; 0: it is none
    /// @param worksDays working days
    /// @param permits ids of the permits that the works need
    public record Plan(
            long id,
            String words,
            int metres,
            int kilovolts,
            BigDecimal quoteYuan,
            LocalDate validUntil,
            int worksDays,
            Set<String> permits,
            Instant at,
            String by,
            @Nullable Instant chosenAt) {}

    /// A permit for the works, or what was only filed.
    ///
    /// @param rule why it was only filed; empty: it had to be granted
    /// @param caseId of the authority; null where it was only filed
    public record Permit(
            long id,
            String kind,
            String unit,
            PermitState state,
            String rule,
            @Nullable Long caseId,
            Instant at,
            @Nullable Instant decidedAt) {}

    public enum PermitState {
        /// An exemption covers the works.
        FILED,
        OPEN,
        GRANTED,
        REFUSED
    }

    /// Crews come to the place at one time.
    ///
    /// @param reason for which it was moved; empty: it was not
    /// @param hash of the record that all who were present signed; null: they have not all
    public record Visit(
            long id,
            long connection,
            Instant startsAt,
            Instant endsAt,
            VisitState state,
            String reason,
            List<Attendance> crews,
            @Nullable String hash,
            @Nullable Instant signedAt) {
        /// It has begun, and its day is not over: crews may be there. One that nobody came to can be moved the day
        /// after.
        public boolean onTheDay(Instant now, ZoneId zone) {
            return !startsAt.isAfter(now)
                    && !LocalDate.ofInstant(startsAt, zone).isBefore(LocalDate.ofInstant(now, zone));
        }

        public Optional<Attendance> of(String utility) {
            return crews.stream().filter(each -> each.utility().equals(utility)).findFirst();
        }
    }

    public enum VisitState {
        BOOKED,
        /// Another one took its place.
        MOVED,
        SIGNED,
        /// Nobody comes: each was refused or withdrawn before.
        CANCELLED
    }

    /// @param crew id in the city's file
    /// @param absent why it was not there; empty: it was, or that is still open
    /// @param signed the last signature; one over another version of the record does not count
    public record Attendance(
            String utility,
            String crew,
            String absent,
            @Nullable Signature signed) {}

    /// @param hash of the record as it was read
    public record Signature(String account, String name, String hash, Instant at) {}
}
