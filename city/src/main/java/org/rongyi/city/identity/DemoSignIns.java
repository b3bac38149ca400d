package org.rongyi.city.identity;

import java.util.List;

/// Who can be tried out while the demo runs; nobody where none runs.
public interface DemoSignIns {
    List<Person> people();
}
