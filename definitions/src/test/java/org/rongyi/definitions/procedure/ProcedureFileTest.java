package org.rongyi.definitions.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Definitions;

class ProcedureFileTest {
    private static final CaseKind APPLICATION =
            CaseKinds.read(Path.of("no-city"), Definitions.shipped()).value().getFirst();
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:rongyi="urn:rongyi:procedure"
                xmlns:flowable="http://flowable.org/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
            <process id="test" name="测试" isExecutable="true">
            """;
    private static final String TAIL = "</process></definitions>";

    private static Reading read(String whole) {
        return ProcedureFile.read(
                whole.getBytes(StandardCharsets.UTF_8),
                APPLICATION,
                Set.of(
                        new CaseKind.Who.InRole("OFFICER", "市监局"),
                        new CaseKind.Who.InRole("OFFICER", "消防大队"),
                        new CaseKind.Who.InRole("LEADER", "消防大队"),
                        new CaseKind.Who.InRole("LEADER", "指挥中心")));
    }

    private static Reading process(String inside) {
        return read(HEAD + inside + TAIL);
    }

    private static Procedure sound(Reading reading) {
        assertThat(reading.faults()).isEmpty();
        return Objects.requireNonNull(reading.procedure());
    }

    private static List<String> faults(Reading reading) {
        return reading.faults().stream().map(note -> note.says().en()).toList();
    }

    private static List<String> mapped(Reading reading) {
        return reading.mapped().stream().map(note -> note.says().en()).toList();
    }

    private static String step(String id, String more) {
        return "<userTask id=\"" + id + "\" name=\"" + id + "\" rongyi:who=\"HANDLER\"" + more + "/>";
    }

    private static String flow(String id, String from, String to) {
        return "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    private static final String START = "<startEvent id=\"start\"/>";
    private static final String END = "<endEvent id=\"end\"/>";
    private static final String ONE_STEP =
            START + step("look", "") + END + flow("f1", "start", "look") + flow("f2", "look", "end");

    @Test
    void theShippedReviewIsSoundAndNothingInItHasToBeMapped() {
        Reading review = Shipped.review(APPLICATION);
        assertThat(review.notes()).isEmpty();
        Procedure procedure = sound(review);
        assertThat(procedure.begins()).isEqualTo("submitted");
        assertThat(procedure.answers("check"))
                .extracting(answer -> answer.name().zh())
                .containsExactly("可以决定", "要现场核查", "要专家评审");
        assertThat(procedure.answers("check"))
                .extracting(Procedure.Answer::proof)
                .as("who sends a case where the clock stands still names the paper")
                .containsExactly(false, true, true);
        assertThat(procedure.answers("decide"))
                .extracting(Procedure.Answer::event)
                .containsExactly("grant", "refuse");
        assertThat(procedure.byEvent("check")).isFalse();
    }

    @Test
    void aProcedureWithoutEventsOfTheCaseBeginsWithTheReview() {
        assertThat(sound(process(ONE_STEP)).begins()).isEqualTo("review");
    }

    @Test
    void aRoleThatNobodyHasIsNamedWithWhatWasMaybeMeant() {
        Reading reading = process(ONE_STEP.replace("HANDLER", "OFFICER@市监"));
        assertThat(faults(reading)).containsExactly("nobody here is (OFFICER@市监), who should do“look”");
        assertThat(Objects.requireNonNull(reading.faults().getFirst().advice()).zh())
                .isEqualTo("也许是“市监局”");
        assertThat(reading.faults().getFirst().line()).isEqualTo(7);
        assertThat(reading.procedure()).as("it is drawn all the same").isNotNull();
    }

    /// A step of a department goes to nobody else because its last officer left.
    @Test
    void aFileInUseKeepsADepartmentThatHasNobodyAnyMore() {
        String whole = HEAD + ONE_STEP.replace("HANDLER", "OFFICER@撤了的局") + TAIL;
        assertThat(read(whole).sound()).isFalse();
        Reading inUse = ProcedureFile.readInUse(whole.getBytes(StandardCharsets.UTF_8), APPLICATION);
        assertThat(sound(inUse).steps().getFirst().who()).isEqualTo(new CaseKind.Who.InRole("OFFICER", "撤了的局"));
    }

    @Test
    void aFileWithThousandsOfFlowsIsRefusedBeforeTheyAreFollowed() {
        String flows = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> flow("g" + i, "look", "end"))
                .collect(Collectors.joining());
        assertThat(faults(process(ONE_STEP + flows))).containsExactly("too many flows: at most 1000");
    }

    @Test
    void aProcedureWithoutAnEndIsRefused() {
        Reading reading = process(START + step("look", "") + flow("f1", "start", "look"));
        assertThat(faults(reading))
                .contains("there is no end: a case would never come out", "no way leads out of “look”");
    }

    @Test
    void aStepThatNobodyGetsToIsNamed() {
        assertThat(faults(process(ONE_STEP + step("lost", "") + flow("f3", "lost", "end"))))
                .containsExactly("nobody ever gets to “lost”");
    }

    @Test
    void aStepFromWhichNoEndCanBeReachedIsNamed() {
        String circle = START
                + step("one", "")
                + step("two", "")
                + step("out", "")
                + END
                + flow("f1", "start", "one")
                + flow("f2", "one", "two")
                + flow("f3", "two", "one")
                + flow("f4", "out", "end");
        assertThat(faults(process(circle)))
                .contains("from “one” no end can be reached", "from “two” no end can be reached");
    }

    @Test
    void waysOfWhichOnlyOneIsGoneMustNotMeetInAParallelGateway() {
        String meets = START + step("look", "") + "<exclusiveGateway id=\"x\"/>" + step("a", "") + step("b", "")
                + "<parallelGateway id=\"join\" name=\"join\"/>" + END
                + flow("f1", "start", "look") + flow("f2", "look", "x") + flow("f3", "x", "a") + flow("f4", "x", "b")
                + flow("f5", "a", "join") + flow("f6", "b", "join") + flow("f7", "join", "end");
        assertThat(faults(process(meets))).contains("“join” waits for ever: a parallel gateway waits for all ways in");
    }

    @Test
    void parallelStepsThatMeetAreSound() {
        String both = START + "<parallelGateway id=\"fork\"/>" + step("a", "") + step("b", "")
                + "<parallelGateway id=\"join\"/>" + END
                + flow("f1", "start", "fork") + flow("f2", "fork", "a") + flow("f3", "fork", "b")
                + flow("f4", "a", "join") + flow("f5", "b", "join") + flow("f6", "join", "end");
        assertThat(sound(process(both)).steps()).hasSize(2);
    }

    @Test
    void anEventThatTheCaseDoesNotAllowThenIsRefused() {
        String early = START
                + step("accept", " rongyi:event=\"accept\"")
                + step("grant", " rongyi:event=\"grant\"")
                + END
                + flow("f1", "start", "accept")
                + flow("f2", "accept", "grant")
                + flow("f3", "grant", "end");
        assertThat(faults(process(early)))
                .contains("at “grant” the case may still be “Accepted”, which does not allow the event of this step");
    }

    @Test
    void aStepThatStopsTheClockNeedsSomebodyWhoNamesThePaper() {
        assertThat(faults(process(ONE_STEP.replace("rongyi:who", "rongyi:pause=\"siteCheck\" rongyi:who"))))
                .containsExactly("“look” stops the clock: somebody has to name the paper for it");
    }

    @Test
    void aFileThatIsNoXmlAndOneThatIsNoBpmnAreRefused() {
        assertThat(faults(read("<definitions><process>"))).containsExactly("this is no well-formed XML");
        assertThat(faults(read("<html/>"))).containsExactly("this is no BPMN 2.0 file");
        assertThat(faults(read(""))).hasSize(1);
    }

    @Test
    void aFileThatReadsFilesOfOthersIsNotReadAtAll() {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&x;</definitions>";
        Reading reading = read(entity);
        assertThat(reading.procedure()).isNull();
        assertThat(faults(reading)).singleElement().asString().contains("refused");
        String bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><definitions>&b;</definitions>";
        assertThat(faults(read(bomb))).singleElement().asString().contains("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id=\"s\" scriptFormat=\"groovy\"><script>System.exit(0)</script></scriptTask>",
                "<serviceTask id=\"s\" flowable:class=\"org.evil.Thing\"/>",
                "<serviceTask id=\"s\" camunda:delegateExpression=\"${bean}\"/>",
                "<callActivity id=\"s\" calledElement=\"other\"/>",
                "<userTask id=\"s\" rongyi:who=\"HANDLER\"><extensionElements><flowable:taskListener event=\"create\""
                        + " class=\"org.evil.Thing\"/></extensionElements></userTask>",
                "<userTask id=\"s\" activiti:assignee=\"${people.boss()}\"/>",
                "<userTask id=\"s\" flowable:candidateGroups=\"#{T(java.lang.Runtime)}\"/>",
                "<sequenceFlow id=\"s\" sourceRef=\"start\" targetRef=\"end\"><conditionExpression>"
                        + "${bean.ask(x)}</conditionExpression></sequenceFlow>",
                "<sequenceFlow id=\"s\" sourceRef=\"start\" targetRef=\"end\"><conditionExpression language=\"js\">"
                        + "1</conditionExpression></sequenceFlow>"
            })
    void whatWouldRunCodeIsRefused(String element) {
        assertThat(faults(process(ONE_STEP + element)))
                .as("told as what it is")
                .anyMatch(fault -> fault.endsWith(": refused"));
    }

    @Test
    void aMunicipalFileOfAnotherToolIsReadWithAListOfWhatHadToBeMapped() {
        String municipal = START
                + "<userTask id=\"t1\" name=\"受理\" activiti:assignee=\"${applyUserId}\" activiti:formKey=\"f1\"/>"
                + "<userTask id=\"t2\" name=\"开始审查\" activiti:candidateGroups=\"经办人\"/>"
                + "<userTask id=\"t3\" name=\"领导审批\" activiti:candidateGroups=\"dept_manager\">"
                + "<documentation>看一遍</documentation></userTask>"
                + "<userTask id=\"t4\" name=\"准予许可\"/>"
                + "<boundaryEvent id=\"late\" attachedToRef=\"t3\"><timerEventDefinition/></boundaryEvent>"
                + "<exclusiveGateway id=\"g\"/>" + END
                + flow("f1", "start", "t1") + flow("f2", "t1", "t2") + flow("f3", "t2", "t3") + flow("f4", "t3", "g")
                + "<sequenceFlow id=\"f5\" name=\"同意\" sourceRef=\"g\" targetRef=\"t4\"><conditionExpression"
                + " xsi:type=\"tFormalExpression\">${approved == true}</conditionExpression></sequenceFlow>"
                + "<sequenceFlow id=\"f6\" sourceRef=\"g\" targetRef=\"t3\"><conditionExpression>"
                + "${!approved}</conditionExpression></sequenceFlow>"
                + flow("f7", "t4", "end") + flow("f8", "late", "end");
        Reading reading = process(municipal);
        Procedure procedure = sound(reading);
        assertThat(procedure.answers("t3"))
                .extracting(answer -> answer.name().zh())
                .containsExactly("同意", "!approved");
        assertThat(procedure.byEvent("t1")).isTrue();
        assertThat(procedure.at("t3").who()).isEqualTo(new CaseKind.Who.InRole("LEADER", "OWN"));
        assertThat(mapped(reading))
                .contains(
                        "(applyUserId) for“受理”: the handler does it",
                        "(formKey) of“受理” is left out: form, dates and priority are those of the case",
                        "“受理” is the event “Accept” of the case",
                        "(dept_manager) for“领导审批”: Head of the department",
                        "the timer is left out: the clocks of the case remind and escalate",
                        "nobody is named for“准予许可”: the handler does it");
    }

    @Test
    void aProcedureThatItsFileDoesNotDrawIsLaidOut() {
        Procedure review = sound(Shipped.review(APPLICATION));
        Drawing drawing = Drawing.of(review);
        assertThat(drawing.figures()).hasSameSizeAs(review.nodes());
        assertThat(drawing.figures()).allSatisfy(figure -> {
            assertThat(figure.x()).isBetween(0.0, drawing.width() - figure.width());
            assertThat(figure.y()).isBetween(0.0, drawing.height() - figure.height());
        });
        for (Drawing.Figure one : drawing.figures()) {
            assertThat(drawing.figures())
                    .filteredOn(other -> other != one && overlap(one, other))
                    .as("%s lies under another", one.node().id())
                    .isEmpty();
        }
    }

    private static boolean overlap(Drawing.Figure one, Drawing.Figure other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void aProcedureThatItsFileDrawsIsDrawnLikeThat() {
        String drawn = HEAD + ONE_STEP + "</process>"
                + "<b:BPMNDiagram xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/DI\""
                + " xmlns:c=\"http://www.omg.org/spec/DD/20100524/DC\""
                + " xmlns:d=\"http://www.omg.org/spec/DD/20100524/DI\">"
                + "<b:BPMNPlane>" + shape("start", 100, 50) + shape("look", 200, 60) + shape("end", 300, 50)
                + edge("f1") + edge("f2") + "</b:BPMNPlane></b:BPMNDiagram></definitions>";
        Drawing drawing = Drawing.of(sound(read(drawn)));
        assertThat(drawing.figures())
                .extracting(figure -> figure.x() - drawing.figures().getFirst().x())
                .containsExactly(0.0, 100.0, 200.0);
    }

    private static String shape(String of, int x, int y) {
        return "<b:BPMNShape bpmnElement=\"" + of + "\"><c:Bounds x=\"" + x + "\" y=\"" + y
                + "\" width=\"36.5\" height=\"36\"/></b:BPMNShape>";
    }

    private static String edge(String of) {
        return "<b:BPMNEdge bpmnElement=\"" + of + "\"><d:waypoint x=\"100\" y=\"60\"/><d:waypoint x=\"200\" y=\"60\"/>"
                + "</b:BPMNEdge>";
    }

    private static Reading doneBy(String who) {
        return process("<startEvent id=\"s\"/><endEvent id=\"e\"/><userTask id=\"a\" name=\"会签\" rongyi:who=\"" + who
                + "\"/>" + flow("f1", "s", "a") + flow("f2", "a", "e"));
    }

    @Test
    void aStepGoesToTheHeadOfADepartmentInWhichOnlyTheHeadWorks() {
        assertThat(faults(doneBy("LEADER@指挥中心"))).noneMatch(fault -> fault.contains("nobody here"));
        assertThat(faults(doneBy("LEADER@消防大队"))).noneMatch(fault -> fault.contains("nobody here"));
        assertThat(faults(doneBy("OFFICER@指挥中心"))).anyMatch(fault -> fault.contains("nobody here"));
        assertThat(faults(doneBy("指挥中心"))).as("its officers").anyMatch(fault -> fault.contains("nobody here"));
        assertThat(faults(doneBy("LEADER@市监局")))
                .as("it has officers and no head")
                .anyMatch(fault -> fault.contains("nobody here"));
    }
}
