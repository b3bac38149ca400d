package org.rongyi.city.ui;

import java.util.Optional;
import org.rongyi.definitions.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class GatheredNames implements EnglishNames {
    private final ObjectProvider<KnownNames> rooms;

    GatheredNames(ObjectProvider<KnownNames> rooms) {
        this.rooms = rooms;
    }

    @Override
    public String of(String chinese) {
        int space = chinese.indexOf(' ');
        return known(chinese)
                .or(() -> space < 0
                        ? Optional.empty()
                        : known(chinese.substring(0, space)).map(first -> first + chinese.substring(space)))
                .orElse(chinese);
    }

    private Optional<String> known(String chinese) {
        return rooms.orderedStream()
                .flatMap(room -> room.find(chinese).stream())
                .map(Words::en)
                .findFirst();
    }
}
