/// Support policies, and which firm they fit, with reasons.
///
/// **Rule.** Published versions are immutable; each match carries rule version, data and reasons.
///
/// **Door.** [Policies] (the library and its versions), [PolicyEditor] (a text is written and published),
/// [Matches] (one firm: judged, asked, recorded; with [Match], [Judgement], [Question], [RecordedMatch]),
/// [CityReach] (how many each text reaches), [Trials] (a rule of nobody's policy), [PolicyLab] with [Draft]
/// and [KeptDrafts] (what a draft would do). All else is plumbing.
///
/// **What walks where.** One firm: portrait → `Judge` (pure) → [Judgement]; `MatchRecorder` appends what is
/// new of it to the firm's history (`MatchRecords`). The whole city: `CityColumns` holds every firm as
/// columns; `MatchFollower`, one thread, reads the log of changes, replaces rows, and `BatchRecorder` judges
/// the firms that a change may touch; `Turn` finds of whom a new day or text is news. `ReachCount` counts on
/// the same columns. The lab: `DraftReader` compiles → `CityLab` matches draft and text in force →
/// `Coherence` finds what does not fit, `LabCurve` turns a number. `Nearness` alone says what *nearly* is:
/// `Judge` tells the firm, `NearlyFirms` finds the same firms on columns. Files become the library in
/// `FilePolicies`; `PublishedTexts` keeps what was published.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "areas", "identity", "enterprises", "ui"})
package org.rongyi.city.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
