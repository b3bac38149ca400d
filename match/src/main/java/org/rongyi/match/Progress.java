package org.rongyi.match;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// One line on a terminal that says how far the run is; nothing at all elsewhere.
final class Progress {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN = 200_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LEAST_TO_JUDGE_BY = 0.02;

    private final PrintStream err;
    private final boolean onTerminal;
    private final long begun = System.nanoTime();
    private long lastShown;
    private boolean visible;

    Progress(PrintStream err, boolean onTerminal) {
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /// Whether standard error is a terminal. Java can only say so of input and output together; Linux says it of each.
    static boolean isTerminal() {
        var link = Path.of("/proc/self/fd/2");
        if (!Files.isSymbolicLink(link)) {
            var console = System.console();
            return console != null && console.isTerminal();
        }
        try {
            var target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// @param fraction from 0 to 1
    void show(double fraction, long rows) {
        long now = System.nanoTime();
        if (!onTerminal || (visible && now - lastShown < NANOS_BETWEEN)) {
            return;
        }
        lastShown = now;
        visible = true;
        int done = Math.clamp(Math.round(fraction * WIDTH), 0, WIDTH);
        err.printf(
                "\r[%s%s] %3.0f %%  %,d rows%s ",
                "█".repeat(done), "░".repeat(WIDTH - done), fraction * 100, rows, left(fraction, now));
        err.flush();
    }

    /// How long it will take still, padded so that a shorter text covers a longer one.
    private String left(double fraction, long now) {
        if (fraction < LEAST_TO_JUDGE_BY) {
            return "";
        }
        double seconds = (now - begun) / NANOS_PER_SECOND * (1 - fraction) / fraction;
        return "%-14s".formatted(seconds < 1 ? "" : ", %,.0f s left".formatted(seconds));
    }

    /// Takes the line away, so that something else can be printed.
    void clear() {
        if (visible) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            visible = false;
        }
    }
}
