package org.rongyi.city.identity.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.Words;

/// Demo accounts that play the same part, on the sign-in page.
public record DemoGroup(Words name, List<Person> people) {
    public DemoGroup {
        people = List.copyOf(people);
    }

    static List<DemoGroup> of(List<Person> people) {
        List<Person> firms = new ArrayList<>();
        List<Person> officers = new ArrayList<>();
        List<Person> heads = new ArrayList<>();
        List<Person> others = new ArrayList<>();
        for (Person person : people) {
            if (person.department().isEmpty()) {
                firms.add(person);
            } else if (person.roles().contains(Role.OFFICER)) {
                officers.add(person);
            } else if (person.roles().contains(Role.LEADER)) {
                heads.add(person);
            } else {
                others.add(person);
            }
        }
        return List.of(
                        new DemoGroup(new Words("办企业的人", "People of firms"), firms),
                        new DemoGroup(new Words("部门办事员", "Officers of departments"), officers),
                        new DemoGroup(new Words("负责人、领导", "Heads and leaders"), heads),
                        new DemoGroup(new Words("其他", "Others"), others))
                .stream()
                .filter(group -> !group.people.isEmpty())
                .toList();
    }
}
