package org.rongyi.city.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// What holds for the classes of the house, each rule with its reason.
final class HouseRules {
    static final int WIDEST_DOOR = 12;

    private HouseRules() {}

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("what a class needs stands in its constructor");

    static final ArchRule TIME_IS_A_PARAMETER = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("reads the machine's clock", HouseRules::readsTheClock))
            .because("a test must be able to choose the day: take the injected Clock");

    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.rongyi.city.CityApplication")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "makes a clock",
                    call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && (call.getName().startsWith("system")
                                    || call.getName().startsWith("tick"))))
            .because("there is one clock in the house");

    static final ArchRule NO_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are the dates of before java.time",
                    type -> type.getFullName()
                            .matches("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                                    + "|java\\.sql\\.(Date|Time)|java\\.text\\.(Simple)?DateFormat")))
            .because("java.time says what is a day and what an instant; Timestamp is how JDBC writes an instant");

    static final ArchRule BEANS_ARE_BEHIND_THE_DOOR = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .or()
            .areAnnotatedWith(Component.class)
            .and()
            .doNotHaveFullyQualifiedName("org.rongyi.city.CityApplication")
            .should(notBePublicUnless("is a door"))
            .because("a room is entered through its interface; controllers, services and adapters are its own affair");

    static final ArchRule NOTHING_GENERIC_IS_THROWN = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    /// A command of the launcher ends with an exit code; start and its refusal stand in the root package.
    static final ArchRule ONLY_COMMANDS_SPEAK_ON_THE_TERMINAL = noClasses()
            .that(DescribedPredicate.describe("neither are commands nor start the city", HouseRules::hasNoTerminal))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("a server logs");

    static final ArchRule DOORS_ARE_SMALL = classes()
            .that()
            .areInterfaces()
            .and()
            .arePublic()
            .and()
            .areNotAnnotations()
            .should(haveAtMostTwelveMethods())
            .because("a door with more than " + WIDEST_DOOR + " methods is two doors");

    static final ArchRule NULL_IS_SAID =
            classes().should(standInANullMarkedPackage()).because("NullAway checks only what is @NullMarked");

    static final ArchRule NO_STATIC_STATE = fields().that()
            .areStatic()
            .and()
            .areNotPrivate()
            .should()
            .beFinal()
            .because("state that everybody may set belongs to nobody");

    /// Every rule by its name, for the house and for the planted violations.
    static Map<String, ArchRule> all() {
        return Map.of(
                "field injection", NO_FIELD_INJECTION,
                "time is a parameter", TIME_IS_A_PARAMETER,
                "one clock", ONE_CLOCK,
                "old dates", NO_OLD_DATES,
                "beans behind the door", BEANS_ARE_BEHIND_THE_DOOR,
                "generic exceptions", NOTHING_GENERIC_IS_THROWN,
                "terminal", ONLY_COMMANDS_SPEAK_ON_THE_TERMINAL,
                "small doors", DOORS_ARE_SMALL,
                "null is said", NULL_IS_SAID,
                "static state", NO_STATIC_STATE);
    }

    private static boolean hasNoTerminal(JavaClass type) {
        JavaClass outer = type.getEnclosingClass().orElse(type);
        return !outer.isAssignableTo(ExitCodeGenerator.class)
                && !outer.getPackageName().equals("org.rongyi.city");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getFullName();
        boolean withClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.startsWith("java.time.") && call.getName().equals("now") && !withClock
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }

    private static ArchCondition<JavaClass> notBePublicUnless(String reason) {
        return new ArchCondition<>("not be public unless it " + reason) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean open = type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isInterface();
                if (open && !type.isMetaAnnotatedWith(Configuration.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " is public"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveAtMostTwelveMethods() {
        return new ArchCondition<>("have at most " + WIDEST_DOOR + " methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int methods = type.getMethods().size();
                if (methods > WIDEST_DOOR) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " has " + methods));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    String name = type.getPackageName();
                    events.add(SimpleConditionEvent.violated(type, name + " has no package-info with @NullMarked"));
                }
            }
        };
    }
}
