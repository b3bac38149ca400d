package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.Intake;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.RegistrationColumn;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Takes one registration file: what is good goes into the register in batches, what is not is told line by line.
@Component
class RegistrationImport {
    /// Firms taken in one transaction. A crash loses at most two times these; the same file again makes up for it.
    private static final int BATCH = 2_000;

    private static final int TOLD_EVERY = 500;

    private static final List<RegistrationColumn> NEEDED =
            List.of(RegistrationColumn.NAME, RegistrationColumn.CREDIT_CODE);

    private final Intake intake;
    private final Areas areas;
    private final EntityTypes types;
    private final RegistrationStates states;
    private final Supplier<IndustrySuggestion> industries;

    RegistrationImport(Intake intake, Areas areas, Elements elements) {
        this.intake = intake;
        this.areas = areas;
        this.types = new EntityTypes(classification(elements, "entityType"));
        this.states = new RegistrationStates(classification(elements, "registrationState"));
        Classification industry = classification(elements, "industry");
        this.industries = SingletonSupplier.of(() -> IndustrySuggestion.shipped(industry));
    }

    private static Classification classification(Elements elements, String name) {
        return elements.classification(name)
                .orElseThrow(() -> new IllegalStateException("there is no classification (" + name + ")"));
    }

    sealed interface Outcome {
        record Read(Counts counts, List<String> unusedHeaders) implements Outcome {}

        record Unreadable(String zh, String en) implements Outcome {}
    }

    /// @param rows all but the header
    record Counts(int rows, int newFirms, int changedFirms, int unchangedFirms, int refusedRows, int droppedValues) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        int taken() {
            return newFirms + changedFirms + unchangedFirms;
        }

        boolean complete() {
            return refusedRows == 0 && droppedValues == 0;
        }

        Counts plus(Counts more) {
            return new Counts(
                    rows + more.rows,
                    newFirms + more.newFirms,
                    changedFirms + more.changedFirms,
                    unchangedFirms + more.unchangedFirms,
                    refusedRows + more.refusedRows,
                    droppedValues + more.droppedValues);
        }
    }

    /// Told every few hundred rows.
    interface Progress {
        void at(long bytesRead, long bytes, Counts counts);
    }

    /// Why the file is none that can be taken, as far as its first two rows tell; empty when it can be tried.
    Optional<Outcome.Unreadable> faultIn(Path path) {
        return open(
                                path,
                                (rows, file, header) -> rows.next() == null
                                        ? new Outcome.Unreadable("文件里只有表头，没有企业", "the file has a header and no firms")
                                        : new Outcome.Read(Counts.NONE, List.of()))
                        instanceof Outcome.Unreadable fault
                ? Optional.of(fault)
                : Optional.empty();
    }

    /// @param asOf the day that the file speaks of
    Outcome take(Path path, LocalDate asOf, String recordedBy, Consumer<Problem> problems, Progress progress) {
        return open(path, (rows, file, header) -> {
            RowReader reader = new RowReader(areas, types, states, industries.get(), asOf, recordedBy);
            Run run = new Run(header, reader, problems);
            run.all(rows, file, Files.size(path), progress);
            return new Outcome.Read(run.counts(), header.unused());
        });
    }

    private interface Reading {
        Outcome of(CsvRows rows, TextFile file, Cells.Header header) throws IOException;
    }

    private static Outcome open(Path path, Reading reading) {
        if (!Files.isRegularFile(path)) {
            return Files.exists(path)
                    ? new Outcome.Unreadable("不是文件", "is not a file")
                    : new Outcome.Unreadable("没有这个文件", "there is no such file");
        }
        try {
            Optional<Outcome.Unreadable> noText = FileKind.faultIn(path);
            if (noText.isPresent()) {
                return noText.get();
            }
            try (TextFile file = TextFile.open(path)) {
                CsvRows rows = new CsvRows(file);
                CsvRows.Row first = rows.header();
                if (first == null || first.cells() == null) {
                    return new Outcome.Unreadable(
                            "文件是空的，或第一行读不出", "the file is empty, or its first line cannot be read");
                }
                Cells.Header header = Cells.Header.of(first.cells());
                for (RegistrationColumn needed : NEEDED) {
                    if (!header.has(needed)) {
                        return missing(needed, first.cells());
                    }
                }
                return reading.of(rows, file, header);
            }
        } catch (IOException e) {
            return new Outcome.Unreadable("读取中断：" + e.getMessage(), "reading broke off: " + e.getMessage());
        }
    }

    private static Outcome missing(RegistrationColumn needed, List<String> headers) {
        String such = needed == RegistrationColumn.NAME ? "企业名称、name" : "统一社会信用代码、uscc";
        String there = String.join("、", headers.subList(0, Math.min(12, headers.size())));
        return new Outcome.Unreadable(
                "表头里没有" + such + "，只有：" + there, "no header (" + such + ") among (" + there + ")");
    }

    /// To be called after the last file: lets the other rooms know.
    void finish(Counts counts) {
        if (counts.newFirms() + counts.changedFirms() > 0) {
            intake.finish(counts.newFirms() + counts.changedFirms());
        }
    }

    private final class Run {
        private final Cells.Header header;
        private final RowReader reader;
        private final Consumer<Problem> problems;
        private final SeenCodes seen = new SeenCodes();
        private List<Filing> batch = new ArrayList<>(BATCH);
        private @Nullable Future<Intake.Taken> ahead;
        private Counts taken = Counts.NONE;
        private int rows;
        private int refused;
        private int dropped;

        Run(Cells.Header header, RowReader reader, Consumer<Problem> problems) {
            this.header = header;
            this.reader = reader;
            this.problems = problem -> {
                if (problem.rowRefused()) {
                    refused++;
                } else {
                    dropped++;
                }
                problems.accept(problem);
            };
        }

        /// While the register takes some firms, the next rows are read.
        void all(CsvRows file, TextFile text, long bytes, Progress progress) throws IOException {
            try (ExecutorService taker = Executors.newSingleThreadExecutor()) {
                readAll(file, text, bytes, progress, taker);
            } catch (IOException broken) {
                await(); // what became of the firms on their way belongs to the outcome, too
                throw broken;
            }
            progress.at(bytes, bytes, counts());
        }

        private void readAll(CsvRows file, TextFile text, long bytes, Progress progress, ExecutorService taker)
                throws IOException {
            CsvRows.Row row = file.next();
            while (row != null) {
                if (!row.blank()) {
                    rows++;
                    cells(row)
                            .flatMap(cells -> reader.read(cells, seen, problems))
                            .ifPresent(batch::add);
                    if (batch.size() == BATCH) {
                        flush(taker);
                    }
                    if (rows % TOLD_EVERY == 0) {
                        progress.at(text.bytesRead(), bytes, counts());
                    }
                }
                row = file.next();
            }
            flush(taker);
            await();
        }

        private Optional<Cells> cells(CsvRows.Row row) {
            List<String> cells = row.cells();
            if (cells == null) {
                problems.accept(new Problem(row.line(), 0, "", "", true, "引号没有配对", "a quote is never closed"));
                return Optional.empty();
            }
            int wanted = header.names().size();
            boolean tooMany = cells.size() > wanted
                    && !cells.subList(wanted, cells.size()).stream().allMatch(String::isBlank);
            if (cells.size() < wanted || tooMany) {
                problems.accept(new Problem(
                        row.line(),
                        0,
                        "",
                        named(cells),
                        true,
                        "有 " + cells.size() + " 格，表头有 " + wanted + " 格",
                        "has " + cells.size() + " cells where the header has " + wanted));
                return Optional.empty();
            }
            return Optional.of(new Cells(header, row.line(), cells));
        }

        /// Name and code as far as they stand in their places. What else is in the row may be a person's name or
        /// telephone number, and a report is read by many.
        private String named(List<String> cells) {
            return NEEDED.stream()
                    .map(column -> header.places().get(column))
                    .filter(place -> place != null && place < cells.size())
                    .map(cells::get)
                    .collect(Collectors.joining(","));
        }

        /// At most one batch is on its way: a crash loses no more than that and the one being read.
        private void flush(ExecutorService taker) {
            await();
            if (!batch.isEmpty()) {
                List<Filing> full = batch;
                batch = new ArrayList<>(BATCH);
                ahead = taker.submit(() -> intake.take(full));
            }
        }

        private void await() {
            Future<Intake.Taken> before = ahead;
            if (before != null) {
                ahead = null;
                Intake.Taken some = taken(before);
                taken = taken.plus(new Counts(0, some.newFirms(), some.changedFirms(), some.unchangedFirms(), 0, 0));
            }
        }

        private static Intake.Taken taken(Future<Intake.Taken> before) {
            try {
                return before.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while firms were taken", hurry);
            }
        }

        Counts counts() {
            return taken.plus(new Counts(rows, 0, 0, 0, refused, dropped));
        }
    }
}
