package org.rongyi.city.helping;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Pages that are open at a talk are told that there is something new; what it is they ask for, as who they
/// are by then. So nothing is sent to whoever may no longer read it. It is asked of the table, not of this
/// process: the other side may be at another one.
@Component
class LiveTalks implements Talks, DisposableBean {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int QUIET_TURNS = 20;
    private static final long RECONNECT_MILLIS = 3_000;
    private static final int MOST = 1_000;

    private final HelpTable table;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    /// A page that takes nothing any more holds up no other.
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    LiveTalks(HelpTable table) {
        this.table = table;
    }

    private record Watcher(
            long help, SseEmitter page, BooleanSupplier still, AtomicLong told, AtomicLong turns, AtomicBoolean busy) {}

    @Override
    public Optional<SseEmitter> watch(long help, long after, BooleanSupplier still) {
        if (closed || watchers.size() >= MOST) {
            return Optional.empty();
        }
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        Watcher watcher =
                new Watcher(help, page, still, new AtomicLong(after), new AtomicLong(QUIET_TURNS), new AtomicBoolean());
        page.onTimeout(page::complete);
        page.onCompletion(() -> watchers.remove(watcher));
        page.onError(_ -> watchers.remove(watcher));
        watchers.add(watcher);
        return Optional.of(page);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        Collection<Long> helps = watchers.stream().map(Watcher::help).collect(Collectors.toSet());
        if (helps.isEmpty()) {
            return;
        }
        Map<Long, Long> newest = table.newest(helps);
        for (Watcher watcher : watchers) {
            long last = newest.getOrDefault(watcher.help(), 0L);
            boolean news = last > watcher.told().get();
            if ((news || watcher.turns().incrementAndGet() > QUIET_TURNS)
                    && watcher.busy().compareAndSet(false, true)) {
                tellers.execute(() -> tell(watcher, news, last));
            }
        }
    }

    /// A comment now and then shows whether the page is still there, and keeps what lies between from
    /// closing the line.
    private void tell(Watcher watcher, boolean news, long last) {
        SseEmitter.SseEventBuilder event = SseEmitter.event().reconnectTime(RECONNECT_MILLIS);
        try {
            if (!watcher.still().getAsBoolean()) {
                watchers.remove(watcher);
                watcher.page().complete();
                return;
            }
            watcher.page()
                    .send(news ? event.id(Long.toString(last)).name("news").data(last) : event.comment("here"));
            watcher.told().accumulateAndGet(last, Math::max);
            watcher.turns().set(0);
        } catch (IOException | IllegalStateException gone) {
            watchers.remove(watcher);
        } finally {
            watcher.busy().set(false);
        }
    }

    /// Before the web server waits for open requests.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        watchers.forEach(watcher -> watcher.page().complete());
    }

    @Override
    public void destroy() {
        tellers.shutdownNow();
    }

    int watching() {
        return watchers.size();
    }
}
