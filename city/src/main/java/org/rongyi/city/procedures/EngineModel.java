package org.rongyi.city.procedures;

import java.util.ArrayList;
import java.util.List;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.rongyi.definitions.procedure.Procedure;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// A procedure as the engine takes it: written anew from the model that was read, never from the file. The only
/// expressions in it compare the answer with the id of a flow, and an id has letters and digits only.
final class EngineModel {
    static final String ANSWER = "answer";

    private EngineModel() {}

    static String key(long text) {
        return "procedure-" + text;
    }

    static BpmnModel of(long text, Procedure procedure) {
        Process process = new Process();
        process.setId(key(text));
        process.setExecutable(true);
        for (Node node : procedure.nodes()) {
            FlowElement element = element(node.shape());
            element.setId(node.id());
            process.addFlowElement(element);
        }
        for (Flow flow : procedure.flows()) {
            SequenceFlow written = new SequenceFlow(flow.from(), flow.to());
            written.setId(flow.id());
            if (chosen(procedure, flow)) {
                written.setConditionExpression("${" + ANSWER + " == '" + flow.id() + "'}");
            }
            process.addFlowElement(written);
        }
        BpmnModel model = new BpmnModel();
        model.addProcess(process);
        return model;
    }

    /// One of several ways out: somebody chooses it.
    private static boolean chosen(Procedure procedure, Flow flow) {
        Shape from = procedure.at(flow.from()).shape();
        List<Flow> beside = new ArrayList<>(procedure.flows());
        beside.removeIf(each -> !each.from().equals(flow.from()));
        return beside.size() > 1 && (from == Shape.CHOICE || from == Shape.STEP);
    }

    private static FlowElement element(Shape shape) {
        return switch (shape) {
            case START -> new StartEvent();
            case END -> new EndEvent();
            case STEP -> new UserTask();
            case CHOICE -> new ExclusiveGateway();
            case FORK -> new ParallelGateway();
        };
    }
}
