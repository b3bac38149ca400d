package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// One line on a terminal that says how far it is; nothing elsewhere.
final class Ticker implements LongConsumer, AutoCloseable {
    private static final long EVERY = 4_096;
    private static final String ERASE = "\r\033[K";

    private final long all;
    private final boolean onTerminal;

    Ticker(long all) {
        this.all = all;
        this.onTerminal = isTerminal();
    }

    private static boolean isTerminal() {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException notLinux) {
            var console = System.console();
            return console != null && console.isTerminal();
        }
    }

    @Override
    public void accept(long number) {
        if (onTerminal && (number % EVERY == 0 || number == all)) {
            var end = number == all ? ", writing …" : "";
            System.err.printf(ERASE + "%3d %%  %,d of %,d%s", number * 100 / all, number, all, end);
            System.err.flush();
        }
    }

    @Override
    public void close() {
        if (onTerminal) {
            System.err.print(ERASE);
        }
    }
}
