/// The files in which a city is written down: elements, classifications, policies, kinds of cases, service items,
/// journeys, the calendar. Every fault of every file is found in one run, with file, line and column; nothing that
/// a file contains makes the reader throw. Files without a schema are read through [YamlField].
///
/// **Door.** Each kind of file has one type that reads it and hands back a [Loaded], the sound part and the
/// faults: [Definitions] (elements, classifications, areas as codes), [PolicyLibrary] ([PolicyDefinition],
/// [PolicyVersion]), [CaseKinds] ([CaseKind]), [ServiceCatalogue] ([ServiceItem], [JourneyDefinition]),
/// [YearTables]. `journey` plans a journey, `procedure` reads BPMN, `files` has what writes and names files
/// for commands. [Words], [Place], [Fault] and [Nearest] are spoken by all.
///
/// **What walks where.** Text → `SourceText` (decoded, with places) → `YamlReader` → `YamlNode` (a tree that
/// knows where it stands) → `SchemaCheck` where there is a schema → the reader of the kind (`PolicyReader`,
/// `CaseKindReader`, …), which compiles rules through `RuleTexts` → what only all files together show
/// (`CatalogueCheck`, `CaseKindCheck`). A fault keeps the offset of what it is about all the way and becomes
/// line and column at the end.
@NullMarked
package org.rongyi.definitions;

import org.jspecify.annotations.NullMarked;
