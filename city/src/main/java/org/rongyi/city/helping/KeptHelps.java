package org.rongyi.city.helping;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.applications.SharedDrafts.Sharing;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.helping.HelpTable.Subject;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.ui.EnglishNames;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptHelps implements Helps {
    private static final int MOST_LOOKS = 50;
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

    private final HelpTable table;
    private final Naming naming;
    private final Talk talk;
    private final Drafts drafts;
    private final SharedDrafts shared;
    private final People people;
    private final CityWords city;
    private final EnglishNames english;
    private final Clock clock;

    KeptHelps(
            HelpTable table,
            Naming naming,
            Talk talk,
            Drafts drafts,
            SharedDrafts shared,
            People people,
            CityWords city,
            EnglishNames english,
            Clock clock) {
        this.table = table;
        this.naming = naming;
        this.talk = talk;
        this.drafts = drafts;
        this.shared = shared;
        this.people = people;
        this.city = city;
        this.english = english;
        this.clock = clock;
    }

    @Override
    public List<Person> helpers() {
        return people.holding(Role.HELPER, null);
    }

    @Override
    @Transactional
    public Asking ask(NewHelp what, Acting by) {
        if (what.words().isBlank() || what.words().length() > Help.LONGEST_WORDS) {
            return new Asking.Refused(Asking.Fault.WORDS);
        }
        Mandate mandate = by.mandate();
        if (!by.person().department().isEmpty() && mandate == null || mandate != null && !by.may(Purpose.APPLY)) {
            return new Asking.Refused(Asking.Fault.MAY_NOT);
        }
        table.nameAlone(); // a button that is pressed twice waits, and then finds who was named
        Optional<Help> before = table.asked(by.account(), what.key());
        if (before.isPresent()) {
            return new Asking.Named(before.get());
        }
        Long id = what.draft();
        Optional<Draft> draft = id == null ? Optional.empty() : drafts.find(id, by);
        if (id != null && draft.isEmpty()) {
            return new Asking.Refused(Asking.Fault.NO_SUCH_DRAFT);
        }
        Subject about = subject(what, draft.orElse(null));
        Optional<Person> helper = naming.helper(about.kind(), about.id(), by.account());
        return helper.<Asking>map(person -> new Asking.Named(named(what, about, by, person)))
                .orElse(new Asking.Refused(Asking.Fault.NO_HELPER));
    }

    private static Subject subject(NewHelp what, @Nullable Draft draft) {
        if (draft != null) {
            return new Subject(Help.About.JOURNEY, draft.application().journey().id());
        }
        if (!what.item().isEmpty()) {
            return new Subject(Help.About.ITEM, what.item());
        }
        return what.journey().isEmpty()
                ? new Subject(Help.About.OTHER, "")
                : new Subject(Help.About.JOURNEY, what.journey());
    }

    private Help named(NewHelp what, Subject about, Acting by, Person helper) {
        Mandate mandate = by.mandate();
        CreditCode firm = mandate == null ? null : mandate.firm();
        Instant now = clock.instant();
        long id = table.insert(what, about, firm, by, helper, now);
        Help help = table.find(id).orElseThrow();
        talk.asker(help, help.words(), by);
        named(help, by);
        return help;
    }

    private void named(Help help, Acting by) {
        talk.house(
                help,
                new Words(
                        help.unit() + "的" + help.helperName() + "帮您，会在这里回复。",
                        help.helperName() + " of " + english.of(help.unit()) + " helps you and answers here."),
                by,
                Side.ASKER);
    }

    @Override
    public List<Help.Line> of(Acting by) {
        Mandate mandate = by.mandate();
        return table.asked(by.account(), mandate != null && by.may(Purpose.VIEW) ? mandate.firm() : null);
    }

    @Override
    public Optional<Help> find(long id, Acting by) {
        return table.find(id).filter(help -> may(help, by, Purpose.VIEW));
    }

    static boolean may(Help help, Acting by, Purpose purpose) {
        Mandate mandate = by.mandate();
        return help.firm() == null
                ? help.account().equals(by.account())
                : mandate != null && mandate.firm().equals(help.firm()) && mandate.allows(purpose);
    }

    @Override
    @Transactional
    public List<Help.Message> read(Help help, Acting by) {
        return talk.read(help, by);
    }

    @Override
    @Transactional
    public boolean say(long id, String words, Acting by) {
        Optional<Help> help = theirs(id, by).filter(_ -> Talk.sayable(words));
        help.ifPresent(found -> {
            if (!found.open()) {
                table.reopen(id);
            }
            talk.asker(withHelper(found, by), words, by);
        });
        return help.isPresent();
    }

    private Optional<Help> theirs(long id, Acting by) {
        return table.lock(id).filter(help -> may(help, by, Purpose.APPLY));
    }

    /// Who was named may help no longer: then somebody else does, or nothing would answer.
    private Help withHelper(Help help, Acting by) {
        if (naming.stillHelps(help.helper())) {
            return help;
        }
        return naming.helper(help.about(), help.aboutId(), help.account())
                .map(person -> {
                    table.pass(help.id(), person);
                    Help now = table.find(help.id()).orElseThrow();
                    named(now, by);
                    return now;
                })
                .orElse(help);
    }

    @Override
    @Transactional
    public Sharing let(long id, long draft, Scope scope, Instant until, String helper, Acting by) {
        Optional<Help> help = theirs(id, by).filter(Help::open);
        if (help.isEmpty()) {
            return new Sharing.Refused(Sharing.Fault.NO_SUCH_DRAFT);
        }
        Help now = withHelper(help.get(), by);
        if (!now.helper().equals(helper) || !naming.stillHelps(helper)) {
            return new Sharing.Refused(Sharing.Fault.NO_HELPER);
        }
        Sharing sharing = shared.share(draft, by, now.helper(), scope, until);
        if (sharing instanceof Sharing.Shared(Share share)) {
            table.lets(id, share.id());
            talk.house(now, given(share, by), by, Side.ASKER);
        }
        return sharing;
    }

    private Words given(Share share, Acting by) {
        Words scope = share.scope().words();
        String who = by.person().name();
        return new Words(
                who + "让" + share.name() + scope.zh() + "申请 " + share.draft() + "，到" + at(share.until(), ZH)
                        + "；随时可以收回。",
                who + " lets " + share.name() + " " + scope.en() + " (application " + share.draft() + ") until "
                        + at(share.until(), EN) + "; it can be taken back at any time.");
    }

    private String at(Instant instant, DateTimeFormatter format) {
        return ZonedDateTime.ofInstant(instant, city.zone()).format(format);
    }

    @Override
    public List<Share> shares(Help help, Acting by) {
        return may(help, by, Purpose.VIEW) ? shared.given(table.lets(help.id())) : List.of();
    }

    @Override
    @Transactional
    public boolean takeBack(long id, long share, Acting by) {
        Optional<Help> help = theirs(id, by).filter(_ -> table.lets(id).contains(share));
        boolean done = help.isPresent() && shared.takeBack(share, by);
        if (done) {
            talk.house(
                    help.get(),
                    new Words(by.person().name() + "收回了授权。", by.person().name() + " took back the leave."),
                    by,
                    Side.ASKER);
        }
        return done;
    }

    @Override
    public List<Help.Look> looks(Help help) {
        return table.looks(help.id(), MOST_LOOKS);
    }

    @Override
    @Transactional
    public boolean close(long id, Acting by) {
        Optional<Help> help = theirs(id, by).filter(Help::open);
        help.ifPresent(found -> {
            table.lets(id).forEach(share -> shared.takeBack(share, by));
            table.close(id, by.account(), clock.instant());
            talk.house(
                    found,
                    new Words(
                            by.person().name() + "说办好了；授权都已结束。",
                            by.person().name() + " says that it is done; every leave has ended."),
                    by,
                    Side.ASKER);
        });
        return help.isPresent();
    }
}
