package org.rongyi.city.cases;

/// What can be done to a case. Every command is one transaction over one case; whoever comes second sees what the first
/// did, and is refused if that leaves nothing to do.
///
/// A name that the kind does not have (an event, a clock) is a bug of the caller and an [IllegalArgumentException];
/// what a person can run into is a [Handling].
public interface Cases {
    int LONGEST_TEXT = 1000;
    int LONGEST_TITLE = 200;

    Opening open(NewCase what, Actor by);

    /// Brings about an event of the kind.
    Handling fire(Step step, String event);

    /// Lets a clock stand still for a reason that its kind lists; the grounds name the paper that shows it.
    Handling pause(Step step, String clock, String reason);

    /// Lets it run again, with the working days that were left.
    Handling resume(Step step, String clock);

    /// Asks for the extension that the kind allows; who may approve it gets a task.
    Handling askExtension(Step step, String clock);

    Handling answerExtension(Step step, String clock, boolean granted);

    /// Gives the case to an officer of its department. An officer takes a case by assigning it to himself or herself.
    Handling assign(Step step, String account);

    /// Gives the case to another department. Back where it was: it is returned, and the second time disputed; then the
    /// level that the kind names decides, and its decision stands.
    Handling handOver(Step step, String unit);

    /// The department says, once, that the case is none of its business. Its clocks run on; the level that the kind
    /// names decides where it stays.
    Handling dispute(Step step);

    /// How long a clock will be that has not started: at most as long as the kind allows. The house does.
    Handling promise(Step step, String clock, int workingDays);

    Handling comment(Step step);
}
