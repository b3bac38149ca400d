package org.rongyi.city.cases;

/// A clock that ran out acts by itself; nobody outside can act in its name.
record TheClock() implements Actor {
    static final String NAME = "clock";
}
