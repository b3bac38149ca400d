package org.rongyi.city.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.CaseFile.Possible;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcCaseFiles implements CaseFiles {
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-(\\d{4,18})");

    private final Files files;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Timeline timeline;
    private final StepTable steps;
    private final JdbcInnerSteps inner;
    private final Times times;

    JdbcCaseFiles(
            Files files,
            Clocks clocks,
            Tasks tasks,
            Timeline timeline,
            StepTable steps,
            JdbcInnerSteps inner,
            Times times) {
        this.files = files;
        this.clocks = clocks;
        this.tasks = tasks;
        this.timeline = timeline;
        this.steps = steps;
        this.inner = inner;
        this.times = times;
    }

    @Override
    public Optional<Case> find(long id) {
        return files.find(id).map(CaseRow::view);
    }

    @Override
    public List<Case> find(List<Long> ids) {
        return files.find(ids).stream().map(CaseRow::view).toList();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CaseFile> open(long id, Acting reader) {
        return files.find(id).filter(file -> maySee(reader, file)).map(file -> file(file, reader));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CaseFile> record(long id) {
        return files.find(id).map(file -> file(file, null));
    }

    /// @param reader null: what may be done is not asked
    private CaseFile file(CaseRow file, @Nullable Acting reader) {
        List<Entry> entries = timeline.of(file.id);
        List<ClockRow> rows =
                clocks.all(file.id).stream().filter(row -> !row.ofKernel()).toList();
        List<InnerStep> open = reader == null || !file.open() || !file.hasSteps ? List.of() : steps.of(file.id);
        return new CaseFile(
                file.view(),
                entries,
                running(file, rows),
                tasks.of(file.id),
                reader == null ? Possible.NOTHING : possible(file, rows, entries, open, reader));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CaseFile> open(String number, Acting reader) {
        Matcher parts = NUMBER.matcher(number);
        return parts.matches()
                ? open(Long.parseLong(parts.group(1)), reader)
                        .filter(file -> file.now().number(times.zone()).equals(number))
                : Optional.empty();
    }

    @Override
    public Set<Long> openable(List<Long> ids, Acting reader) {
        return files.find(ids).stream()
                .filter(file -> maySee(reader, file))
                .map(file -> file.id)
                .collect(Collectors.toSet());
    }

    private boolean maySee(Acting reader, CaseRow file) {
        return Rights.maySee(reader, file) || steps.concern(reader, file.id);
    }

    private List<CaseFile.Running> running(CaseRow file, List<ClockRow> rows) {
        Map<Long, List<Clocks.PauseRow>> pauses =
                clocks.pauses(file.id).stream().collect(Collectors.groupingBy(Clocks.PauseRow::clockId));
        Map<Long, Clocks.ExtensionRow> asked = clocks.asked(file.id).stream()
                .collect(Collectors.toMap(Clocks.ExtensionRow::clockId, extension -> extension));
        List<CaseFile.Running> running = new ArrayList<>();
        for (ClockRow row : rows) {
            CaseKind.Clock kind = file.kind.clock(row.clock).orElseThrow();
            running.add(new CaseFile.Running(
                    kind,
                    row.lengthDays,
                    row.lengthMinutes,
                    row.leftDays,
                    row.startedAt,
                    row.dueAt,
                    row.ranOutAt,
                    row.stoppedAt,
                    pauses.getOrDefault(row.id, List.of()).stream()
                            .map(pause -> pause(kind, pause))
                            .toList(),
                    asked(asked.get(row.id))));
        }
        return running;
    }

    private static CaseFile.Pause pause(CaseKind.Clock kind, Clocks.PauseRow row) {
        return new CaseFile.Pause(
                kind.pause(row.reason()).orElseThrow(),
                row.proof(),
                row.begunAt(),
                row.begunBy(),
                row.endedAt(),
                row.endedBy());
    }

    private static CaseFile.@Nullable Asked asked(Clocks.@Nullable ExtensionRow row) {
        return row == null ? null : new CaseFile.Asked(row.workingDays(), row.reason(), row.askedAt(), row.askedBy());
    }

    /// The same conditions as the commands have: what is offered here is refused there only if somebody was faster.
    private Possible possible(
            CaseRow file, List<ClockRow> rows, List<Entry> entries, List<InnerStep> open, Acting reader) {
        Actor actor = Actor.of(reader);
        if (!file.open()) {
            return Possible.NOTHING;
        }
        List<CaseKind.Event> events = file.kind.events().stream()
                .filter(event -> event.from().contains(file.state) && Rights.may(event, actor, file))
                .filter(event -> open.isEmpty() || !Rights.waitsForSteps(event))
                .filter(event -> !event.once() || entries.stream().noneMatch(entry -> happened(entry, event)))
                .toList();
        List<String> pausable = new ArrayList<>();
        List<String> resumable = new ArrayList<>();
        List<String> extendable = new ArrayList<>();
        List<String> answerable = new ArrayList<>();
        boolean handles = Rights.may(Rights.HANDLING, actor, file);
        for (ClockRow row : rows) {
            CaseKind.Clock kind = file.kind.clock(row.clock).orElseThrow();
            CaseKind.Extension extension = kind.extension();
            if (handles && row.runs() && row.ranOutAt == null && byHand(kind)) {
                pausable.add(row.clock);
            }
            String reason = row.pauseReason;
            if (handles
                    && reason != null
                    && kind.pause(reason).filter(each -> each.ends() == null).isPresent()) {
                resumable.add(row.clock);
            }
            if (extension != null && row.stoppedAt == null && row.ranOutAt == null) {
                if (handles && !row.asked && row.extensions < extension.times()) {
                    extendable.add(row.clock);
                }
                if (row.asked && Rights.may(extension.by(), actor, file)) {
                    answerable.add(row.clock);
                }
            }
        }
        return new Possible(
                events,
                pausable,
                resumable,
                extendable,
                answerable,
                open.stream().filter(step -> inner.mayAnswer(actor, file, step)).toList(),
                Rights.may(Passing.assigning(file, actor, ""), actor, file),
                file.handler == null
                        && reader.has(Role.OFFICER)
                        && reader.person().department().equals(file.unit)
                        && Rights.may(Passing.assigning(file, actor, reader.account()), actor, file),
                file.standing != Case.Standing.SETTLED && Rights.may(Passing.passing(file), actor, file),
                Passing.disputable(file) && Rights.may(Passing.passing(file), actor, file),
                Rights.mayComment(actor, file));
    }

    private static boolean byHand(CaseKind.Clock kind) {
        return kind.pauses().stream().anyMatch(reason -> reason.begins() == null);
    }

    private static boolean happened(Entry entry, CaseKind.Event event) {
        return entry.what() == Entry.What.MOVED && event.id().equals(entry.subject());
    }

    @Override
    public List<Case> of(CreditCode firm, int limit) {
        return files.of(firm, limit).stream().map(CaseRow::view).toList();
    }

    @Override
    public List<Case> about(String about) {
        return files.about(about).stream().map(CaseRow::view).toList();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(long id) {
        return timeline.verify(id);
    }
}
