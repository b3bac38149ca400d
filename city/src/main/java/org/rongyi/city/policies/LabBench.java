package org.rongyi.city.policies;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.enterprises.InventedFirms;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Table;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// How long the lab takes over a city of any size that lives in memory only: the policies in force as drafts, each with
/// one of its numbers turned.
@Component
@Lazy
class LabBench {
    private static final int WARM = 40;
    private static final int DRAFTS = 200;
    private static final int CURVES = 60;
    private static final int POINTS = 50;
    /// After so long those measured so far are enough.
    private static final long MOST_NANOS = 120_000_000_000L;

    private static final int TOLD_EVERY = 500_000;
    private static final long SEED = 20_261_123;

    private final InventedFirms firms;
    private final Elements elements;
    private final FilePolicies policies;
    private final CityColumns columns;
    private final PolicyLab lab;
    private final KnownReach known;

    LabBench(
            InventedFirms firms,
            Elements elements,
            FilePolicies policies,
            CityColumns columns,
            PolicyLab lab,
            KnownReach known) {
        this.firms = firms;
        this.elements = elements;
        this.policies = policies;
        this.columns = columns;
        this.lab = lab;
        this.known = known;
    }

    /// @param loadedPerSecond entities a second, from the file of the columns
    /// @param draft milliseconds for a changed draft: compiled, matched, with money, groups and the text in force
    /// @param check the same for the findings about it
    /// @param curve for 50 points of one number
    /// @param opened for draft, findings and curve of a text in force when nothing is known yet
    record Result(int rows, double loadedPerSecond, double[] draft, double[] check, double[] curve, double[] opened) {
        static double at(double[] millis, double share) {
            return millis.length == 0 ? Double.NaN : millis[Math.min(millis.length - 1, (int) (millis.length * share))];
        }
    }

    /// @param wanted how many entities to invent; 0 for those of the kept city
    Result run(int wanted, Consumer<String> tell) {
        if (wanted > 0) {
            fill(wanted, tell);
            columns.save();
        }
        long opened = System.nanoTime();
        Filled filled = columns.load() ? columns.filled() : null;
        if (filled == null) {
            throw new IllegalStateException("no columns. Maybe open the city once, until its pages show figures");
        }
        int size = filled.table().rows();
        double loaded = size / ((System.nanoTime() - opened) / 1e9);
        tell.accept("from the file of the columns: %,.0f a second".formatted(loaded));
        Random random = new Random(SEED);
        List<InForce> texts = policies.texts(policies.today());
        List<Double> drafts = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        List<Double> curves = new ArrayList<>();
        long until = System.nanoTime() + MOST_NANOS;
        for (int i = 0; i < 2 * WARM || i < WARM + DRAFTS && System.nanoTime() < until; i++) {
            Draft changed = changed(texts.get(random.nextInt(texts.size())), random);
            long begun = System.nanoTime();
            if (lab.check(changed) instanceof Draft.Sound sound) {
                lab.effect(sound);
                long answered = System.nanoTime();
                lab.coherence(sound);
                long checked = System.nanoTime();
                if (i >= WARM) {
                    drafts.add((answered - begun) / 1e6);
                    checks.add((checked - answered) / 1e6);
                }
                boolean curve = !sound.dials().isEmpty() && curves.size() < CURVES + WARM;
                if (curve) {
                    begun = System.nanoTime();
                    lab.curve(
                            sound,
                            sound.dials().get(random.nextInt(sound.dials().size())),
                            POINTS);
                    curves.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        List<Double> measured = warm(curves);
        tell.accept("%d drafts, %d curves".formatted(drafts.size(), measured.size()));
        return new Result(size, loaded, sorted(drafts), sorted(checks), sorted(measured), sorted(opened(texts)));
    }

    /// A slow machine comes to few curves before its time is up; then half of them must do to warm up.
    static List<Double> warm(List<Double> curves) {
        return curves.subList(Math.min(WARM, curves.size() / 2), curves.size());
    }

    /// @param texts in force at once
    /// @param pairs findings between two of them
    /// @param within findings within one
    /// @param seconds for all findings
    /// @param peakBytes the most that the heap held meanwhile, the columns with it
    record Whole(int texts, int pairs, int within, double seconds, long peakBytes) {}

    /// The findings of a library that lies in a folder, all of its texts together, on the columns of the last [#run].
    Whole library(Path folder) {
        Filled filled = columns.filled();
        Loaded<PolicyLibrary> loaded = PolicyLibrary.read(folder, elements.definitions());
        if (filled == null || !loaded.errors().isEmpty()) {
            throw new IllegalStateException("no columns, or faults in " + folder + ": " + loaded.errors());
        }
        List<InForce> texts = loaded.value().inForce(policies.today(), policies.today());
        known.forget();
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        PolicyLab.Library found = new LibraryCoherence(filled.table(), policies.today(), texts, elements)
                .library(Instant.EPOCH, List.of());
        double seconds = (System.nanoTime() - begun) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Whole(texts.size(), found.pairs().size(), found.within().size(), seconds, peak);
    }

    /// As the first who opens a page after the city has changed.
    private List<Double> opened(List<InForce> texts) {
        List<Double> opened = new ArrayList<>();
        for (InForce text : texts) {
            known.forget();
            long begun = System.nanoTime();
            if (lab.check(draft(text)) instanceof Draft.Sound sound) {
                sound.dials().stream().findFirst().ifPresent(dial -> lab.curve(sound, dial, POINTS));
                lab.effect(sound);
                lab.coherence(sound);
                opened.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return opened;
    }

    private void fill(int size, Consumer<String> tell) {
        Table.Builder builder = Table.builder(elements.dictionary()).withRoomForTyping();
        int[] count = {0};
        long begun = System.nanoTime();
        firms.forEach(size, row -> {
            synchronized (builder) {
                builder.append(row);
                if (++count[0] % TOLD_EVERY == 0) {
                    tell.accept("%,d entities invented, %.0f s".formatted(count[0], (System.nanoTime() - begun) / 1e9));
                }
            }
        });
        long[] numbers = new long[size];
        Arrays.setAll(numbers, i -> i + 1L);
        columns.fill(builder, numbers, Position.START);
    }

    private static double[] sorted(List<Double> millis) {
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static Draft draft(InForce text) {
        PolicyVersion.Benefit benefit = text.version().benefit();
        Rule amount = benefit == null ? null : benefit.amountYuan();
        return new Draft(
                text,
                text.version().conditions().stream()
                        .map(condition -> condition.rule().text())
                        .toList(),
                amount == null ? "" : amount.text(),
                benefit == null ? null : benefit.capYuan());
    }

    /// A text in force with one of its numbers up to twice as high.
    private Draft changed(InForce text, Random random) {
        Draft draft = draft(text);
        if (!(lab.check(draft) instanceof Draft.Sound sound) || sound.dials().isEmpty()) {
            return draft;
        }
        Draft.Dial dial = sound.dials().get(random.nextInt(sound.dials().size()));
        BigDecimal value = DraftReader.at(dial, random.nextInt(POINTS), POINTS);
        return draft.with(dial.part(), NumbersInText.with(draft.part(dial.part()), dial.number(), value));
    }
}
