package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.utilities.Connections.Proposals;

/// Firms that ask for connections, and the crews and officers of the demo.
final class UtilityScene {
    static final String CENTRE = "510104022";
    /// Only one crew of the power company comes here.
    static final String WEST = "510105";

    private static final Map<String, Map<String, Object>> WANTED = Map.of(
            "power", Map.of("powerCapacity", new BigDecimal(120)),
            "water", Map.of("waterPipe", new BigDecimal(40)),
            "gas", Map.of("gasHourly", new BigDecimal(25)),
            "telecom", Map.of("bandwidth", new BigDecimal(500)));

    private final Connections connections;
    private final People people;
    private final TestFirms firms = new TestFirms();

    UtilityScene(Connections connections, People people) {
        this.connections = connections;
        this.people = people;
    }

    Acting owner() {
        String account = "utilities-" + UUID.randomUUID();
        Person person = new Person(account, "店主（测试）", "", Set.of());
        return new Acting(person, new Mandate(1, firms.next(), account, Capacity.OWNER, Set.of(), null, account));
    }

    Acting officer(String account) {
        return new Acting(people.find(account).orElseThrow(), null);
    }

    static NewConnection wish(String area, String... utilities) {
        Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
        for (String utility : utilities) {
            wanted.put(utility, WANTED.get(utility));
        }
        return new NewConnection(
                UUID.randomUUID(), "演示巷 18 号", area, "王女士", "13800000000", LocalDate.of(2026, 12, 20), wanted);
    }

    Connection apply(Acting owner, String area, String... utilities) {
        return ((Applying.Applied) connections.apply(wish(area, utilities), owner)).connection();
    }

    Instant slot(Connection connection, Acting owner, int which, String... utilities) {
        Proposals proposals = connections.slots(connection.id(), Set.of(utilities), owner);
        return ((Proposals.Found) proposals).slots().get(which).from();
    }

    Connection.Visit booked(Connection connection, Acting owner, String... utilities) {
        Booking booking =
                connections.book(connection.id(), Set.of(utilities), slot(connection, owner, 0, utilities), "", owner);
        return ((Booking.Booked) booking).visit();
    }

    /// As much of one as is looked at.
    static byte[] picture() {
        byte[] png = new byte[400];
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
        System.arraycopy(head, 0, png, 0, head.length);
        System.arraycopy(new byte[] {'I', 'E', 'N', 'D'}, 0, png, 390, 4);
        return png;
    }
}
