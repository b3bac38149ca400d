package org.rongyi.city.utilities;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptOperatorDesk implements OperatorDesk {
    private final ConnectionTable table;
    private final ConnectionLists lists;
    private final ConnectionReader reader;
    private final Offers offers;
    private final ExchangeTable exchanges;
    private final Clock clock;

    KeptOperatorDesk(
            ConnectionTable table,
            ConnectionLists lists,
            ConnectionReader reader,
            Offers offers,
            ExchangeTable exchanges,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.reader = reader;
        this.offers = offers;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    private static String unit(Acting officer) {
        String unit = officer.person().department();
        if (!officer.has(Role.OFFICER) || unit.isEmpty()) {
            throw new AccessDeniedException("(" + officer.account() + ") is of no operator and no authority");
        }
        return unit;
    }

    @Override
    public List<Connection.Brief> open(Acting officer, int offset, int limit) {
        return lists.openFor(unit(officer), offset, limit);
    }

    @Override
    public long openCount(Acting officer) {
        return lists.countOpen(unit(officer));
    }

    @Override
    public List<Site> sites(Acting officer) {
        return lists.sites(unit(officer), clock.instant());
    }

    @Override
    @Transactional
    public Optional<Connection> find(long id, Acting officer) {
        String unit = unit(officer);
        Optional<Head> found = table.find(id).filter(head -> table.concerns(head.id(), unit));
        found.ifPresent(head -> table.looked(head.id(), officer, clock.instant()));
        return found.map(reader::of);
    }

    @Override
    public Left left(long id, String utility, Acting officer) {
        String unit = unit(officer);
        return table.requests(id).stream()
                .filter(each -> each.utility().equals(utility) && each.unit().equals(unit))
                .findFirst()
                .map(request -> exchanges.left(request.id()))
                .orElseGet(Left.Nothing::new);
    }

    @Override
    @Transactional
    public Offering offer(long id, String utility, NewPlan plan, Acting officer) {
        String unit = unit(officer);
        Bare request = table.lock(id).stream()
                .flatMap(head -> table.requests(head.id()).stream())
                .filter(each -> each.utility().equals(utility) && each.unit().equals(unit))
                .findFirst()
                .orElse(null);
        return request == null ? new Offering.NotNow() : offers.offer(request, plan, officer.account());
    }
}
