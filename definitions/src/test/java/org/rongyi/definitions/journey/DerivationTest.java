package org.rongyi.definitions.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.journey.JourneyPlan.Handling;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.rongyi.definitions.journey.JourneyPlan.Verdict;
import org.rongyi.rules.Row;

/// The journeys of a real folder, derived.
class DerivationTest {
    private static final Path CITY = Path.of("../cities/chengdu");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Definitions DEFINITIONS =
            Definitions.shipped().withCity(CITY).value();
    private static final ServiceCatalogue CATALOGUE =
            ServiceCatalogue.read(CITY, DEFINITIONS).value();

    private static JourneyPlan plan(String journey, Map<String, ?> known, String... leftOut) {
        JourneyDefinition found = CATALOGUE.journey(journey).orElseThrow();
        return Derivation.of(CATALOGUE, DEFINITIONS).plan(found, Row.of(known), Set.of(leftOut), DAY);
    }

    private static List<String> ids(JourneyPlan plan, Verdict verdict) {
        return plan.with(verdict).stream().map(part -> part.item().id()).toList();
    }

    @Test
    void aFounderIsAskedFirstWhatDecidesMost() {
        JourneyPlan plan = plan("start-company", Map.of());
        assertThat(ids(plan, Verdict.OPEN))
                .containsExactly(
                        "invoice-quota",
                        "social-insurance-opening",
                        "medical-insurance-opening",
                        "housing-fund-opening");
        assertThat(plan.questions().getFirst().element()).isEqualTo("firmStaff");
        assertThat(plan.questions().getFirst().items()).hasSize(3);
    }

    @Test
    void whatIsKnownIsNeverAskedAndSettlesItems() {
        JourneyPlan plan = plan(
                "start-company",
                Map.of("firmStaff", 0, "needsInvoices", false, "addressPromise", true),
                "bank-account-booking");
        assertThat(plan.questions()).isEmpty();
        assertThat(ids(plan, Verdict.APPLIES))
                .containsExactly("company-registration", "seal-engraving", "tax-registration");
        assertThat(ids(plan, Verdict.LEFT_OUT)).containsExactly("bank-account-booking");
        assertThat(plan.papers()).noneMatch(paper -> paper.id().equals("address-proof"));
    }

    @Test
    void whatRegistrationYieldsIsNotAskedAndEverythingElseWaitsForIt() {
        JourneyPlan plan = plan("start-company", Map.of("firmStaff", 3, "needsInvoices", true, "addressPromise", true));
        JourneyPlan.Field code = plan.field("creditCode").orElseThrow();
        assertThat(code.origin()).isEqualTo(Origin.YIELDED);
        assertThat(code.from()).containsExactly("company-registration");
        assertThat(plan.field("entityName").orElseThrow().origin()).isEqualTo(Origin.ASKED);
        assertThat(plan.field("entityName").orElseThrow().neededBy()).hasSizeGreaterThan(5);
        assertThat(plan.step("company-registration").orElseThrow().stage()).isEqualTo(1);
        assertThat(plan.step("seal-engraving").orElseThrow().stage()).isEqualTo(2);
        assertThat(plan.step("invoice-quota").orElseThrow().after())
                .containsExactly("company-registration", "tax-registration");
        assertThat(plan.workingDays()).isEqualTo(1);
        assertThat(plan.withoutLimit()).hasSize(3);
    }

    @Test
    void aFirmWithALicenceNeedNotShowItAndNobodyWaitsForTheCheck() {
        Map<String, Object> answers = new HashMap<>(
                Map.of("hasSign", true, "assemblyPlace", true, "firePromise", false, "sellsTobacco", false));
        answers.put("foodForms", List.of("热食"));
        JourneyPlan founder = plan("open-restaurant", answers);
        assertThat(founder.step("food-permit").orElseThrow().after()).containsExactly("licence-check");
        assertThat(founder.workingDays()).isEqualTo(10);
        assertThat(founder.oneByOneDays()).isEqualTo(20);
        assertThat(founder.step("fire-check").orElseThrow().critical()).isTrue();
        assertThat(founder.step("outdoor-sign").orElseThrow().critical()).isFalse();
        assertThat(founder.field("seatCount")).isPresent();

        answers.put("creditCode", "91350100M000100Y43");
        JourneyPlan firm = plan("open-restaurant", answers);
        assertThat(firm.step("food-permit").orElseThrow().after()).isEmpty();
        assertThat(firm.papers())
                .anyMatch(paper -> paper.id().equals("business-licence")
                        && paper.licence()
                        && paper.handling() == Handling.LICENCE_HELD);
        assertThat(firm.field("creditCode").orElseThrow().origin()).isEqualTo(Origin.KNOWN);
    }

    @Test
    void whoHoldsThePermitIsNotSentToApplyForIt() {
        Map<String, Object> known = new HashMap<>(
                Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false, "permits", List.of("食品经营许可")));
        JourneyPlan open = plan("open-restaurant", known);
        assertThat(open.questions()).singleElement().satisfies(question -> {
            assertThat(question.element()).isEqualTo("anotherPlace");
            assertThat(question.items()).containsExactly("food-permit");
        });
        known.put("anotherPlace", true);
        JourneyPlan another = plan("open-restaurant", known);
        assertThat(another.step("food-permit")).isPresent();
        assertThat(another.field("placeAddress")).isPresent();
        known.put("anotherPlace", false);
        JourneyPlan plan = plan("open-restaurant", known);
        assertThat(ids(plan, Verdict.HELD)).containsExactly("food-permit");
        assertThat(plan.step("food-permit")).isEmpty();
        assertThat(plan.questions()).isEmpty();
        assertThat(plan.certain()).isTrue();
    }

    @Test
    void aPublicNoticeTakesItsTimeAndNothingIsCertainWhileAnAnswerIsOpen() {
        assertThat(plan("close-company", Map.of()).certain()).isFalse();
        JourneyPlan simple =
                plan("close-company", Map.of("simpleClosing", true, "insuredStaff", 0, "customsRegistered", false));
        assertThat(simple.step("simple-notice").orElseThrow().days()).isEqualTo(15);
        assertThat(simple.step("deregistration").orElseThrow().start()).isGreaterThanOrEqualTo(15);
        JourneyPlan ordinary = plan("close-company", Map.of("simpleClosing", false, "insuredStaff", 0));
        assertThat(ordinary.step("creditor-notice").orElseThrow().days()).isEqualTo(33);
    }

    @Test
    void aPromiseShortensTheFireCheckAndAddsItsPaper() {
        JourneyPlan plan = plan("open-restaurant", Map.of("assemblyPlace", true, "firePromise", true));
        assertThat(plan.step("fire-check").orElseThrow().days()).isEqualTo(1);
        assertThat(plan.papers())
                .filteredOn(paper -> paper.id().equals("layout-plan"))
                .singleElement()
                .satisfies(paper -> assertThat(paper.neededBy()).containsExactly("food-permit", "fire-check"));
        assertThat(plan.papers()).anyMatch(paper -> paper.id().equals("fire-promise-letter"));
        assertThat(plan.papers())
                .anyMatch(paper -> paper.id().equals("address-proof") && paper.handling() == Handling.SHARED);
    }

    @Test
    void closingStartsWithTaxAndTheRestRunsBesideEachOther() {
        JourneyPlan plan = plan(
                "close-company",
                Map.of("simpleClosing", true, "noTaxBusiness", false, "customsRegistered", true, "insuredStaff", 2));
        assertThat(ids(plan, Verdict.NOT_NEEDED)).containsExactly("liquidation-record", "creditor-notice");
        assertThat(plan.steps().stream().map(step -> step.item().id() + " " + step.stage()))
                .containsExactly(
                        "simple-notice 1",
                        "tax-clearance 1",
                        "deregistration 2",
                        "customs-cancellation 3",
                        "social-insurance-cancellation 3",
                        "bank-account-closing 3",
                        "seal-cancellation 3");
        assertThat(plan.workingDays())
                .as("the notice of 20 days takes longer than the tax office")
                .isEqualTo(15 + 3 + 1);
        assertThat(plan.papers())
                .anyMatch(
                        paper -> paper.id().equals("tax-clearance-copy") && paper.handling() == Handling.ISSUED_BEFORE);
    }

    @Test
    void everyJourneyCanBePlannedWhateverIsKnown() {
        for (JourneyDefinition journey : CATALOGUE.journeys()) {
            JourneyPlan plan = plan(journey.id(), Map.of());
            assertThat(plan.parts()).as(journey.id()).hasSameSizeAs(journey.parts());
            assertThat(plan.with(Verdict.APPLIES).size() + plan.questions().size())
                    .as(journey.id())
                    .isPositive();
        }
    }
}
