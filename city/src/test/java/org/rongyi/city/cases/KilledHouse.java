package org.rongyi.city.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.rongyi.city.CityApplication;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.cases.CaseFiles.Verification;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.procedures.CaseProcedures;
import org.rongyi.city.procedures.Procedures;
import org.rongyi.definitions.procedure.Shipped;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A process that opens and handles cases until it is killed; [KilledCasesTest] starts it. It says aloud
/// every command of which it was told that it is done: that much must be found afterwards.
final class KilledHouse {
    /// Somebody answered a step of a procedure.
    static final String STEPPED = "stepped";

    static final String READY = "ready";
    static final String DONE = "done ";
    static final String TIME = "time ";
    /// Somebody was told the number of an appeal.
    static final String BROUGHT = "brought ";

    static final String FAULT = "fault ";
    static final String CHECKED = "checked ";

    private static final Duration A_COMMAND_TAKES = Duration.ofMinutes(6);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Person OFFICER = new Person("killed-officer", "经办（测试）", "被断电的局", Set.of(Role.OFFICER));
    private static final Person HEAD = new Person("killed-head", "负责人（测试）", "被断电的局", Set.of(Role.LEADER));

    private static final Person GRID = new Person("killed-grid", "抢修（测试）", "供电", Set.of(Role.OFFICER));

    private static final String ITEM = "food-permit";
    /// Its grant brings a licence and five seals.
    private static final String REGISTRATION = "company-registration";

    private final Cases cases;
    private final CaseFiles files;
    private final Appeals appeals;
    private final InnerSteps steps;
    private final CaseProcedures procedures;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final TestClock clock;
    private final Random random = new Random();
    private final List<Case> open = new ArrayList<>();

    private KilledHouse(ConfigurableApplicationContext city) {
        cases = city.getBean(Cases.class);
        files = city.getBean(CaseFiles.class);
        appeals = city.getBean(Appeals.class);
        steps = city.getBean(InnerSteps.class);
        procedures = city.getBean(CaseProcedures.class);
        events = city;
        transaction = new TransactionTemplate(city.getBean(PlatformTransactionManager.class));
        database = city.getBean(JdbcClient.class);
        clock = city.getBean(TestClock.class);
        city.getBean(People.class).register(OFFICER, "not-to-be-guessed");
        city.getBean(People.class).register(HEAD, "not-to-be-guessed");
        city.getBean(People.class).register(GRID, "not-to-be-guessed");
    }

    private static void useReview(Procedures procedures) {
        Acting administrator = new Acting(HEAD, null);
        long text = procedures
                .upload("review.bpmn", Shipped.review(), administrator)
                .id();
        if (!Long.valueOf(text).equals(procedures.inUse().get(ITEM))) {
            procedures.use(text, ITEM, administrator);
        }
    }

    /// Set before anything asks it.
    private static void setClock(GenericApplicationContext city) {
        TestClock clock = new TestClock();
        clock.moveTo(Instant.parse(System.getProperty("killed.now")));
        city.registerBean(TestClock.class, () -> clock, bean -> bean.setPrimary(true));
    }

    /// @param arguments folder of the database; for the last run, which checks, also the files of what was
    ///     said to be done and to be brought up
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext city = new SpringApplicationBuilder(CityApplication.class)
                .initializers(opening -> setClock((GenericApplicationContext) opening))
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--rongyi.city=../cities/chengdu", "--rongyi.data=" + arguments[0])) {
            KilledHouse house = new KilledHouse(city);
            if (arguments.length == 1) {
                useReview(city.getBean(Procedures.class));
                house.open(application(), true); // the engine takes seconds to be built
                house.issue(); // letters and keys are made first
                System.out.println(READY);
                house.work();
            } else {
                house.checkAppeals(Files.readAllLines(Path.of(arguments[2])));
                house.check(Files.readAllLines(Path.of(arguments[1])));
            }
        }
    }

    private void work() {
        while (true) {
            clock.pass(A_COMMAND_TAKES);
            System.out.println(TIME + clock.instant());
            if (open.size() < 5 || random.nextInt(4) == 0) {
                open();
            } else {
                act(open.get(random.nextInt(open.size())));
            }
        }
    }

    private static NewCase application() {
        return NewCase.of("application", "一个事项", "某某（测试）", OFFICER.department());
    }

    /// A grant, with what it brings: case, licence, five seals.
    private void issue() {
        Opening opening = transaction.execute(_ -> {
            Opening done = cases.open(
                    NewCase.of("application", REGISTRATION, "某某（测试）", OFFICER.department())
                            .handledBy(OFFICER.account()),
                    Actor.house("test"));
            if (done instanceof Opening.Opened opened) {
                Map<String, Object> values = Map.of("legalRepName", "测试");
                events.publishEvent(new Granted(opened.opened().id(), REGISTRATION, "市监", Story.newCode(), values));
            }
            return done;
        });
        if (opening instanceof Opening.Opened opened) {
            say(opened.opened());
        }
    }

    private void open() {
        switch (random.nextInt(6)) {
            case 4 -> bringUp();
            case 5 -> issue();
            case 0 ->
                open(
                        NewCase.of("errand", "一件事", "某某（测试）", OFFICER.department())
                                .promising("promise", 1 + random.nextInt(3)),
                        false);
            case 1 -> open(application(), false);
            default -> open(application(), true);
        }
    }

    private void open(NewCase what, boolean inProcedure) {
        Opening opening = transaction.execute(_ -> {
            Opening done = cases.open(what.handledBy(OFFICER.account()), Actor.house("test"));
            if (inProcedure && done instanceof Opening.Opened opened) {
                procedures.begin(opened.opened(), ITEM);
            }
            return done;
        });
        if (opening instanceof Opening.Opened opened) {
            open.add(opened.opened());
            say(opened.opened());
        }
    }

    private static NewAppeal appeal(String key) {
        Appeal.Reporter reporter = new Appeal.Reporter("某某（测试）", null, null, false);
        return new NewAppeal(key, Appeal.Channel.CALL, "停电两天没人来修", "某街 1 号", null, reporter, "E0601", false);
    }

    private void bringUp() {
        String key = UUID.randomUUID().toString();
        if (appeals.receive(appeal(key)) instanceof Receiving.Accepted(Appeal accepted, boolean _)) {
            System.out.println(BROUGHT + accepted.number() + " " + accepted.code() + " " + key);
            Case file = files.find(accepted.caseId()).orElseThrow();
            open.add(file);
            say(file);
        }
    }

    /// What somebody was told a number for is there, is a case with an owner, and is the same when it is
    /// sent again.
    private void checkAppeals(List<String> brought) {
        for (String line : brought) {
            String[] parts = line.split(" ");
            Appeal found = appeals.follow(parts[0], parts[1]).orElse(null);
            boolean whole = found != null
                    && files.find(found.caseId()).isPresent()
                    && appeals.receive(appeal(parts[2])) instanceof Receiving.Accepted(Appeal again, boolean before)
                    && before
                    && again.id() == found.id();
            if (!whole) {
                System.out.println(FAULT + "lost an appeal that was accepted: " + line);
            }
        }
        none("a case of an appeal that nobody brought up", """
                select f.id from cases.file f
                 where f.kind = 'appeal' and not exists (select from appeals.appeal a where a.case_id = f.id)""");
        none("an appeal that stands elsewhere than its case", """
                select a.id from appeals.appeal a join cases.file f on f.id = a.case_id
                 where (a.state, a.unit, a.due_at, a.closed_at, a.level)
                       is distinct from (f.state, f.unit, f.due_at, f.closed_at, f.level)""");
        none("an appeal that cannot be searched", """
                select id from appeals.appeal a where not exists (select from appeals.searched s where s.id = a.id)""");
    }

    private void act(Case file) {
        Person officer = file.kind().id().equals("appeal") ? GRID : OFFICER;
        Step step = Step.of(file.id(), Actor.of(new Acting(officer, null)))
                .because("办好了")
                .basedOn("某条")
                .proving("某号");
        List<InnerStep> asked = steps.open(file.id());
        Handling handling = switch (random.nextInt(6)) {
            case 0 -> cases.comment(step);
            case 3, 4 -> asked.isEmpty() ? goOn(file, step) : answer(step, asked.getFirst());
            case 1 -> goOn(file, step);
            case 2 -> pauseOrResume(file, step);
            default -> cases.assign(step, officer.account());
        };
        if (handling instanceof Handling.Done done) {
            say(done.after());
            open.removeIf(each -> each.id() == file.id() && !done.after().open());
        }
    }

    private Handling goOn(Case file, Step step) {
        if (file.kind().id().equals("errand")) {
            return cases.fire(step, "finish");
        }
        if (file.kind().id().equals("appeal")) {
            return cases.fire(step, "signIn") instanceof Handling.Done done ? done : cases.fire(step, "reply");
        }
        return cases.fire(step, "accept") instanceof Handling.Done done ? done : cases.fire(step, "beginReview");
    }

    private Handling answer(Step step, InnerStep asked) {
        List<InnerStep.Choice> ways = asked.answers();
        Handling handling = steps.answer(
                step, asked.key(), ways.get(random.nextInt(ways.size())).key());
        System.out.println(STEPPED);
        return handling;
    }

    private Handling pauseOrResume(Case file, Step step) {
        if (!file.kind().id().equals("application")) {
            return cases.askExtension(step, file.kind().id().equals("appeal") ? "reply" : "promise");
        }
        return cases.pause(step, "decision", "testing") instanceof Handling.Done done
                ? done
                : cases.resume(step, "decision");
    }

    /// Only after the command returned.
    private void say(Case file) {
        int entries = database.sql("select entries from cases.file where id = ?")
                .param(file.id())
                .query(Integer.class)
                .single();
        System.out.println(DONE + file.id() + " " + entries);
    }

    private void check(List<String> said) throws InterruptedException, IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String waiting = "select count(*) from cases.clock where alarm_at <= ?";
        while (count(waiting) > 0 && System.nanoTime() < until) {
            Thread.sleep(200);
        }
        none("an open case without an owner", "select id from cases.file where closed_at is null and owner = ''");
        none("an alarm that never rang", """
                select case_id from cases.clock where stopped_at is null and ran_out_at is null and due_at <= ?""");
        none("a clock that runs without its alarm", """
                select case_id from cases.clock where alarm_at is null and stopped_at is null and paused_at is null
                   and ran_out_at is null and due_at is not null""");
        // The level of an appeal may be told by two clocks: that nobody took it, and that its answer is late.
        none("an effect that came twice", """
                select e.case_id from cases.entry e join cases.file f on f.id = e.case_id
                 where e.what = 'OVERDUE' or e.what = 'RAISED' and f.kind <> 'appeal' or e.subject = 'deemAccepted'
                 group by e.case_id, e.what, e.subject having count(*) > 1""");
        checkSteps();
        checkLicences();
        for (String line : said) {
            String[] parts = line.split(" ");
            if (count("select entries from cases.file where id = " + parts[0]) < Integer.parseInt(parts[1])) {
                System.out.println(FAULT + "lost what was said to be done: " + line);
            }
        }
        List<Long> ids = database.sql("select id from cases.file")
                .query((row, _) -> row.getLong(1))
                .list();
        for (long id : ids) {
            if (!(files.verify(id) instanceof Verification.Intact)) {
                System.out.println(FAULT + "the timeline of " + id + " is broken");
            }
        }
        System.out.println(CHECKED + ids.size() + " "
                + count("select count(*) from cases.entry where actor = 'clock' and at <= ?") + " "
                + count("select count(*) from cases.entry where what = 'STEP_ANSWERED'") + " "
                + count("select count(*) from documents.licence"));
    }

    private void checkLicences() {
        none("a grant without its licence", """
                select id from cases.file f where title = 'company-registration'
                   and not exists (select from documents.licence l where l.case_id = f.id)""");
        none("a licence without its grant, or without a state", """
                select document from documents.licence l
                 where not exists (select from cases.file f where f.id = l.case_id)
                    or not exists (select from documents.licence_state s where s.document = l.document)""");
        none("a firm that has not five seals, or seals and no licence", """
                select firm from (select firm from documents.licence
                                  union select firm from documents.seal where firm is not null) f
                 where (select count(*) from documents.seal s where s.firm = f.firm and ended_at is null) <> 5
                    or not exists (select from documents.licence l where l.firm = f.firm)""");
    }

    /// Where the engine stands, where the procedure says that it stands, and what is asked of people are one.
    private void checkSteps() {
        none("the engine stands elsewhere", """
                select r.case_id from procedures.run r
                 where r.instance is not null
                   and (select coalesce(array_agg(node order by node), '{}') from unnest(r.here) node)
                       is distinct from
                       (select coalesce(array_agg(t.task_def_key_::text order by t.task_def_key_::text), '{}')
                          from bpm.act_ru_task t where t.proc_inst_id_ = r.instance)""");
        none("an engine's case without a run", """
                select distinct t.proc_inst_id_ from bpm.act_ru_task t
                 where not exists (select from procedures.run r where r.instance = t.proc_inst_id_)""");
        none("a step that is asked and not stood at, or twice", """
                select s.case_id from cases.step s
                 where not exists (select from procedures.run r
                                    where r.case_id = s.case_id and s.key = any (r.here))
                 union all
                select case_id from cases.task where what = 'STEP' group by case_id, clock having count(*) > 1""");
        none("a step that was answered more often than asked, or is asked and in no list", """
                select e.case_id
                  from cases.entry e
                  left join cases.step s on s.case_id = e.case_id and s.zh || ' / ' || s.en = e.subject
                 where e.what in ('STEP_ASKED', 'STEP_ANSWERED', 'STEP_TAKEN_BACK')
                   and exists (select from cases.file f where f.id = e.case_id and f.closed_at is null)
                 group by e.case_id, e.subject
                having sum(case e.what when 'STEP_ASKED' then 1 else -1 end) <> count(distinct s.key)""");
    }

    private void none(String what, String query) {
        List<String> found =
                statement(query).query((row, _) -> row.getString(1)).list();
        if (!found.isEmpty()) {
            System.out.println(FAULT + what + ": " + found);
        }
    }

    private int count(String query) {
        return statement(query).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec statement(String query) {
        JdbcClient.StatementSpec statement = database.sql(query);
        return query.contains("?") ? statement.param(Times.stamp(clock.instant())) : statement;
    }
}
