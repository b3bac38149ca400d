package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;

/// One match of a set of rules with a table, on a number of threads that take one chunk after another.
final class Matching {

    private final Binding binding;
    private final Kernel kernel;
    private final Program program;
    private final int rows;
    private final int chunks;
    private final int threads;

    Matching(Binding binding, Kernel kernel, Program program, int threads) {
        this.binding = binding;
        this.kernel = kernel;
        this.program = program;
        this.rows = binding.table.rows();
        this.chunks = Block.chunks(rows);
        this.threads = Math.max(1, Math.min(threads, chunks));
    }

    Counts count() {
        AtomicInteger next = new AtomicInteger();
        int rules = binding.circuit.rules();
        long[] holds = new long[rules];
        long[] unknown = new long[rules];
        List<Run> runs = Threads.run(threads, () -> {
            Run run = new Run(binding, kernel, program);
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                run.chunk(chunk, rows);
            }
            return run;
        });
        for (Run run : runs) {
            for (int rule = 0; rule < rules; rule++) {
                holds[rule] += run.holds[rule];
                unknown[rule] += run.unknown[rule];
            }
        }
        return new Counts(rows, holds, unknown);
    }

    /// @param among the rows that are asked about; null for all
    List<Matched> match(@Nullable RoaringBitmap among) {
        @Nullable Container[] wanted = among == null ? new Container[0] : byChunk(among);
        AtomicInteger next = new AtomicInteger();
        Gathered[] found = new Gathered[chunks];
        int rules = binding.circuit.rules();
        Threads.run(threads, () -> {
            Run run = new Run(binding, kernel, program);
            Gathering gathering = new Gathering(kernel, rules);
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                Container some = among == null ? null : wanted[chunk];
                if (some != null) {
                    run.chunk(chunk, rows, gathering, some);
                } else if (among == null) {
                    run.chunk(chunk, rows, gathering);
                }
                found[chunk] = gathering.finish();
            }
            return run;
        });
        List<Gathered> gathered = List.of(found);
        List<Matched> matched = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            matched.add(new Matched(gathered, rule, rules));
        }
        return matched;
    }

    private @Nullable Container[] byChunk(RoaringBitmap among) {
        @Nullable Container[] containers = new Container[chunks];
        ContainerPointer at = among.getContainerPointer();
        for (Container each = at.getContainer(); each != null; each = at.getContainer()) {
            if (at.key() < chunks) {
                containers[at.key()] = each;
            }
            at.advance();
        }
        return containers;
    }
}
