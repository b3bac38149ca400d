package org.rongyi.city.appeals.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.vocabulary.CannotOpen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Systems that may send appeals, each with a key of its own and so many a minute.
@Component
class Senders {
    static final int MOST_A_MINUTE = 300;
    private static final int SHORTEST_KEY = 16;
    private static final int SECONDS = 60;
    private static final Set<Channel> CHANNELS = Set.of(Channel.GRID, Channel.INSPECTION);

    private final List<Sender> senders;
    private final Clock clock;

    Senders(
            Clock clock,
            @Value("${rongyi.appeals.senders:}") String senders,
            @Value("${rongyi.demo.size:0}") long demo,
            @Value("${rongyi.demo.password:}") String demoPassword) {
        this.clock = clock;
        this.senders = new ArrayList<>(read(senders));
        if (demo > 0 && !demoPassword.isEmpty()) {
            this.senders.add(new Sender("demo", Channel.GRID, demoPassword));
        }
    }

    /// @param senders such as `grid=GRID:KEY, inspections=INSPECTION:KEY`
    static List<Sender> read(String senders) {
        List<Sender> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        int place = 0;
        for (String each : senders.split(",")) {
            place++;
            String[] parts = each.strip().split("[=:]", 3);
            if (each.isBlank()) {
                continue;
            }
            Channel channel = parts.length < 3
                    ? null
                    : CHANNELS.stream()
                            .filter(known -> known.name().equals(parts[1]))
                            .findFirst()
                            .orElse(null);
            // Nothing of it is told but its place: any part may be the key, and what is printed is kept in logs.
            if (channel == null
                    || parts[0].isBlank()
                    || parts[2].length() < SHORTEST_KEY
                    || !names.add(parts[0])
                    || !keys.add(parts[2])) {
                throw new CannotOpen(
                        "rongyi.appeals.senders: entry " + place
                                + " is no name=CHANNEL:key, or its name or its key is there twice",
                        "Maybe grid=GRID:KEY or inspections=INSPECTION:KEY, with " + SHORTEST_KEY
                                + " signs or more as the key.");
            }
            read.add(new Sender(parts[0], channel, parts[2]));
        }
        return read;
    }

    /// The one whose key this is.
    Optional<Sender> of(String key) {
        return senders.stream().filter(sender -> sender.isKey(key)).findFirst();
    }

    /// Whether this one is not too many.
    boolean takes(Sender sender) {
        return sender.takes(clock.instant().getEpochSecond() / SECONDS);
    }

    static final class Sender {
        private final String name;
        private final Channel channel;
        private final byte[] key;
        private long minute;
        private int sent;

        Sender(String name, Channel channel, String key) {
            this.name = name;
            this.channel = channel;
            this.key = key.getBytes(StandardCharsets.UTF_8);
        }

        String name() {
            return name;
        }

        Channel channel() {
            return channel;
        }

        private boolean isKey(String told) {
            return MessageDigest.isEqual(key, told.getBytes(StandardCharsets.UTF_8));
        }

        private synchronized boolean takes(long now) {
            if (now != minute) {
                minute = now;
                sent = 0;
            }
            sent++;
            return sent <= MOST_A_MINUTE;
        }
    }
}
