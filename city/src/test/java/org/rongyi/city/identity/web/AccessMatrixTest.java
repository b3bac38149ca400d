package org.rongyi.city.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of the city, called by every kind of person. An address that is mapped but stands in no line of
/// `access-matrix.csv` fails the test: whoever adds a page says who may open it.
@CityTest
class AccessMatrixTest {
    private static final String PASSWORD = "a password of the matrix";
    private static final CreditCode RESTAURANT = new CreditCode("Y2510104YDEMA0013K");
    private static final CreditCode MACHINES = new CreditCode("Y1510112YDEMA00214");

    /// A kind of person.
    private enum Who {
        VISITOR,
        OWNER,
        OTHER_OWNER,
        /// An agent who may only see.
        VIEWER,
        /// An agent whose mandate ran out yesterday.
        EXPIRED,
        /// An agent of two firms who has not chosen yet.
        CHOOSING,
        OFFICER,
        EDITOR,
        LEADER,
        ADMINISTRATOR,
        CLERK,
        SEAT,
        ARBITER,
        HELPER
    }

    /// To whom an address is open.
    private enum Open {
        EVERYBODY(EnumSet.allOf(Who.class)),
        PERSON(EnumSet.complementOf(EnumSet.of(Who.VISITOR))),
        FIRM_VIEW(EnumSet.of(Who.OWNER, Who.OTHER_OWNER, Who.VIEWER)),
        FIRM_ANSWER(EnumSet.of(Who.OWNER, Who.OTHER_OWNER)),
        FIRM_CONTEST(EnumSet.of(Who.OWNER, Who.OTHER_OWNER)),
        FIRM_APPLY(EnumSet.of(Who.OWNER, Who.OTHER_OWNER)),
        PRINCIPAL(EnumSet.of(Who.OWNER, Who.OTHER_OWNER)),
        STAFF(EnumSet.of(Who.OFFICER, Who.LEADER, Who.ADMINISTRATOR, Who.ARBITER)),
        SEAT(EnumSet.of(Who.SEAT)),
        OFFICER(EnumSet.of(Who.OFFICER)),
        EDITOR(EnumSet.of(Who.EDITOR)),
        LEADER(EnumSet.of(Who.LEADER)),
        ADMINISTRATOR(EnumSet.of(Who.ADMINISTRATOR)),
        CLERK(EnumSet.of(Who.CLERK)),
        HELPER(EnumSet.of(Who.HELPER)),
        /// Reached by forwards inside the house only; typed by hand it is not there.
        NOBODY(EnumSet.noneOf(Who.class));

        private final Set<Who> who;

        Open(Set<Who> who) {
            this.who = who;
        }
    }

    private final Map<Who, Caller> callers = new EnumMap<>(Who.class);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void everyKindOfPersonSignsIn() {
        Acting owner = principal(Who.OWNER, RESTAURANT);
        Acting other = principal(Who.OTHER_OWNER, MACHINES);
        String viewer = register(Who.VIEWER);
        String expired = register(Who.EXPIRED);
        String choosing = register(Who.CHOOSING);
        LocalDate yesterday = clock.today().minusDays(1);
        grant(owner, viewer, clock.today());
        grant(owner, choosing, clock.today());
        grant(other, choosing, clock.today());
        mandates.grant(owner, new Mandates.Wish(expired, "某人", Set.of(Purpose.VIEW), yesterday), yesterday);
        register(Who.OFFICER, Role.OFFICER);
        register(Who.EDITOR, Role.POLICY_EDITOR);
        register(Who.LEADER, Role.LEADER);
        register(Who.ADMINISTRATOR, Role.ADMINISTRATOR);
        register(Who.CLERK, Role.CLERK);
        register(Who.SEAT, Role.SEAT);
        register(Who.ARBITER, Role.ARBITER);
        register(Who.HELPER, Role.HELPER);
        callers.put(Who.VISITOR, new Caller(port));
    }

    @Test
    void everyAddressIsOpenToThoseItIsMeantForAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (AccessMatrix.Line line : AccessMatrix.lines()) {
            Open open = Open.valueOf(line.open());
            callers.forEach((who, caller) -> {
                HttpResponse<String> answer = line.method().equals("GET")
                        ? caller.get(line.example())
                        : caller.call(line.method(), line.example());
                String expected = expected(open, who, line.method());
                String got = said(answer);
                if (!got.equals(expected)) {
                    wrong.add(line.method() + " " + line.example() + " by " + who + ": " + expected + ", but got " + got
                            + " (" + answer.statusCode() + ")");
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMappedAddressStandsInTheMatrix() {
        Set<String> known = new TreeSet<>();
        AccessMatrix.lines().forEach(line -> known.add(line.method() + " " + line.pattern()));
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> mapped.addAll(addresses(info)));
        assertThat(mapped.stream().filter(address -> !known.contains(address)))
                .as("addresses that nobody has said who may open\nMaybe add them to access-matrix.csv")
                .isEmpty();
        assertThat(known.stream().filter(address -> !mapped.contains(address)))
                .as("lines of access-matrix.csv for addresses that are not mapped (any longer)")
                .isEmpty();
    }

    @Test
    void whatIsNotListedDoesNotExistForAnybody() {
        callers.forEach((who, caller) -> assertThat(caller.get("/actuator/env").statusCode())
                .as("%s", who)
                .isEqualTo(404));
    }

    private static String expected(Open open, Who who, String method) {
        if (open.who.contains(who)) {
            return "in";
        }
        if (open == Open.NOBODY) {
            return "not there";
        }
        if (who == Who.VISITOR) {
            return "sign-in";
        }
        boolean firm = open.name().startsWith("FIRM_") || open == Open.PRINCIPAL;
        return who == Who.CHOOSING && firm && method.equals("GET") ? "choose" : "refused";
    }

    private static String said(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "broken";
        }
        String to = status == 302 ? Caller.leadsTo(answer) : "";
        boolean choose = to.equals(SwitchPage.PATH);
        return switch (status) {
            case 302 -> to.equals("/sign-in") ? "sign-in" : choose ? "choose" : "in";
            case 403 -> "refused";
            case 404 -> answer.body().contains("这个地址没有页面") ? "not there" : "in";
            default -> "in";
        };
    }

    private static List<String> addresses(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern))
                .toList();
    }

    private Acting principal(Who who, CreditCode firm) {
        String account = register(who);
        Mandate mandate = mandates.registered(firm, account, Mandate.Capacity.OWNER, "市监");
        return new Acting(people.find(account).orElseThrow(), mandate);
    }

    private String register(Who who, Role... roles) {
        String account = who.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
        people.register(new Person(account, "某人", "经信", Set.copyOf(Arrays.asList(roles))), PASSWORD);
        callers.put(who, new Caller(port).signedIn(account, PASSWORD));
        return account;
    }

    private void grant(Acting principal, String account, LocalDate until) {
        Mandates.Wish wish = new Mandates.Wish(account, "某人", Set.of(Purpose.VIEW), until);
        assertThat(mandates.grant(principal, wish, clock.today())).isInstanceOf(Granting.Granted.class);
    }
}
