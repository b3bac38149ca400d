package org.rongyi.city.helping;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.EnglishNames;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptHelpDesk implements HelpDesk {
    private static final int LONGEST_REASON = 200;

    private final HelpTable table;
    private final Talk talk;
    private final SharedDrafts shared;
    private final People people;
    private final EnglishNames english;
    private final Clock clock;

    KeptHelpDesk(HelpTable table, Talk talk, SharedDrafts shared, People people, EnglishNames english, Clock clock) {
        this.table = table;
        this.talk = talk;
        this.shared = shared;
        this.people = people;
        this.english = english;
        this.clock = clock;
    }

    private static boolean isOf(Help help, Acting helper) {
        return helper.has(Role.HELPER) && help.helper().equals(helper.account());
    }

    @Override
    public List<Help.Line> own(Acting helper) {
        return helper.has(Role.HELPER) ? table.given(helper.account()) : List.of();
    }

    @Override
    @Transactional
    public Optional<Help> open(long id, Acting helper) {
        Optional<Help> help = find(id, helper);
        help.ifPresent(_ -> table.looked(id, helper, clock.instant()));
        return help;
    }

    @Override
    public Optional<Help> find(long id, Acting helper) {
        return table.find(id).filter(help -> isOf(help, helper));
    }

    @Override
    @Transactional
    public List<Help.Message> read(Help help, Acting helper) {
        return talk.read(help, helper);
    }

    @Override
    @Transactional
    public boolean say(long id, String words, Acting helper) {
        Optional<Help> help = theirs(id, helper).filter(found -> found.open() && Talk.sayable(words));
        help.ifPresent(found -> talk.helper(found, words, helper));
        return help.isPresent();
    }

    private Optional<Help> theirs(long id, Acting helper) {
        return table.lock(id).filter(help -> isOf(help, helper));
    }

    @Override
    public List<Share> leaves(Help help) {
        return shared.given(table.lets(help.id())).stream()
                .filter(share -> share.account().equals(help.helper()) && share.inForce(clock.instant()))
                .toList();
    }

    @Override
    public List<Person> others(Help help) {
        return people.holding(Role.HELPER, null).stream()
                .filter(person -> !person.account().equals(help.helper())
                        && !person.account().equals(help.account()))
                .toList();
    }

    @Override
    @Transactional
    public boolean pass(long id, String to, String why, Acting helper) {
        Optional<Help> help =
                theirs(id, helper).filter(found -> found.open() && !why.isBlank() && why.length() <= LONGEST_REASON);
        Optional<Person> next = help.flatMap(found -> others(found).stream()
                .filter(person -> person.account().equals(to))
                .findFirst());
        next.ifPresent(person -> {
            leaveAll(id, helper);
            table.pass(id, person);
            talk.house(
                    table.find(id).orElseThrow(),
                    new Words(
                            "改由" + person.department() + "的" + person.name() + "帮您：" + why.strip()
                                    + "。原来的授权已结束，要代填请重新授权。",
                            person.name() + " of " + english.of(person.department())
                                    + " helps you from now on: " + why.strip()
                                    + ". The leave that you gave has ended; give another one if you wish."),
                    helper,
                    Side.HELPER);
        });
        return next.isPresent();
    }

    private void leaveAll(long id, Acting helper) {
        shared.given(table.lets(id)).forEach(share -> shared.leave(share.draft(), helper));
    }

    @Override
    @Transactional
    public boolean close(long id, Acting helper) {
        Optional<Help> help = theirs(id, helper).filter(Help::open);
        help.ifPresent(found -> {
            leaveAll(id, helper);
            table.close(id, helper.account(), clock.instant());
            talk.house(
                    found,
                    new Words(
                            helper.person().name() + "说帮完了；授权都已结束。还有问题，接着写就行。",
                            helper.person().name()
                                    + " says that it is done; every leave has ended. Write here to go on."),
                    helper,
                    Side.HELPER);
        });
        return help.isPresent();
    }
}
