package org.rongyi.city.applications;

import java.util.List;
import java.util.Set;
import org.rongyi.definitions.journey.JourneyPlan;

/// An application that is not handed in yet, with what follows from it today.
///
/// @param beingRead ids of files that a machine is still to read: what they say is not compared with the form yet
public record Draft(Application application, Knowledge known, JourneyPlan plan, Set<Long> beingRead) {
    /// Questions that are still open, and that the person has not passed over.
    public List<JourneyPlan.Question> questions() {
        Set<String> unsure = application.unsure();
        return plan.questions().stream()
                .filter(question -> !unsure.contains(question.element()))
                .toList();
    }

    /// Whether it is about a company, whose name says so.
    public boolean company() {
        return PreReview.company(known);
    }

    /// What nobody knows yet and the person can say.
    public List<JourneyPlan.Field> empty() {
        return plan.with(JourneyPlan.Origin.ASKED);
    }

    /// Papers that are to be brought and about which nothing is said.
    public List<JourneyPlan.Paper> open() {
        return plan.papers().stream()
                .filter(JourneyPlan.Paper::handedIn)
                .filter(paper -> !application.papers().containsKey(paper.id()))
                .toList();
    }
}
