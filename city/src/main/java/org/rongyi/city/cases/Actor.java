package org.rongyi.city.cases;

import org.rongyi.city.identity.Acting;

/// Who does something to a case.
public sealed interface Actor permits Actor.Person, Actor.House, TheClock {
    /// A person who is signed in, for a firm or for a department.
    record Person(Acting acting) implements Actor {}

    /// A room of the house, in its own name. Kinds say where HOUSE may act.
    ///
    /// @param room its name, such as "services"
    record House(String room) implements Actor {}

    static Actor of(Acting acting) {
        return new Person(acting);
    }

    static Actor house(String room) {
        return new House(room);
    }
}
