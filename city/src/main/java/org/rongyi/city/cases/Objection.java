package org.rongyi.city.cases;

/// What another room has against an event that the kind and the state allow: somebody would be left without
/// what they wait for. Asked under the lock of the case, in the transaction of the command.
public interface Objection {
    boolean against(Case now, String event);
}
