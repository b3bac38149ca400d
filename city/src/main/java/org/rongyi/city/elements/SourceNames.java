package org.rongyi.city.elements;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.city.ui.KnownNames;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// The source departments of the dictionary, for a city whose own files say nothing of one.
@Component
class SourceNames implements KnownNames {
    private final Map<String, Words> names = new HashMap<>();

    SourceNames(Elements elements) {
        elements.all().stream()
                .flatMap(element -> Stream.ofNullable(element.source()))
                .forEach(source -> names.putIfAbsent(source.zh(), source));
    }

    @Override
    public Optional<Words> find(String chinese) {
        return Optional.ofNullable(names.get(chinese));
    }
}
