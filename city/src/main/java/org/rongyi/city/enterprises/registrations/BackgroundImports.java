package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Takes a file on a thread of its own, so that the person who sent it may leave the page.
@Component
class BackgroundImports implements Imports, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundImports.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(4);

    private final ImportDesk desk;
    private final ImportLog log;
    private final RegistrationImport registrations;
    private volatile boolean closing;
    private volatile @Nullable Thread worker;

    BackgroundImports(ImportDesk desk, ImportLog log, RegistrationImport registrations) {
        this.desk = desk;
        this.log = log;
        this.registrations = registrations;
    }

    @Override
    public Starting start(Path file, String fileName, LocalDate asOf, String account) {
        boolean begun = false;
        try {
            Optional<RegistrationImport.Outcome.Unreadable> fault = registrations.faultIn(file);
            if (fault.isPresent()) {
                return new Starting.Unreadable(
                        new Words(fault.get().zh(), fault.get().en()));
            }
            Optional<ImportDesk.Turn> turn = desk.turn();
            if (turn.isEmpty()) {
                return new Starting.Busy(
                        log.latest(1).stream().filter(ImportRun::running).findFirst());
            }
            long id = begin(turn.get(), file, fileName, asOf, account);
            begun = true;
            return new Starting.Started(id);
        } finally {
            if (!begun) {
                delete(file);
            }
        }
    }

    private long begin(ImportDesk.Turn turn, Path file, String fileName, LocalDate asOf, String account) {
        try {
            long id = turn.begin(fileName, size(file), asOf, account);
            worker = Thread.ofPlatform().daemon().name("import-" + id).start(() -> take(turn, id, file, asOf, account));
            return id;
        } catch (RuntimeException broken) {
            turn.close();
            throw broken;
        }
    }

    private void take(ImportDesk.Turn open, long id, Path file, LocalDate asOf, String account) {
        try (ImportDesk.Turn turn = open) {
            turn.take(id, file, asOf, account, _ -> {}, (_, _, _) -> goOn());
        } catch (CancellationException closed) {
            LOG.info("import {} ends with the city; the same file again makes up for the rest", id);
        } catch (RuntimeException broken) {
            LOG.error("import {} broke off", id, broken);
        } finally {
            delete(file);
        }
    }

    private void goOn() {
        if (closing) {
            throw new CancellationException("the city closes");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file (" + file + ") has gone", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the file ({}) stays behind", file, e);
        }
    }

    /// A batch that is being written is waited for.
    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        Thread running = worker;
        if (running != null) {
            running.join(TIME_TO_END);
        }
    }

    @Override
    public Optional<ImportRun> find(long id) {
        return log.find(id);
    }

    @Override
    public List<ImportRun> latest(int limit) {
        return log.latest(limit);
    }

    @Override
    public List<Reason> reasons(long id, int limit) {
        return log.reasons(id, limit);
    }

    @Override
    public List<Problem> problems(long id, int offset, int limit) {
        return log.problems(id, offset, limit);
    }

    @Override
    public void forEachProblem(long id, Consumer<Problem> each) {
        log.forEachProblem(id, each);
    }
}
