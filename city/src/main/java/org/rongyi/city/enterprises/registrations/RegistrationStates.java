package org.rongyi.city.enterprises.registrations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.definitions.Classification;

/// Maps the words for the state of a registration to the codes of the classification `registrationState`.
final class RegistrationStates {
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("吊销", "吊销"),
            Map.entry("注销", "注销"),
            Map.entry("迁出", "迁出"),
            Map.entry("停业", "停业"),
            Map.entry("歇业", "歇业"),
            Map.entry("存续", "存续"),
            Map.entry("在业", "存续"),
            Map.entry("开业", "存续"),
            Map.entry("在营", "存续"),
            Map.entry("正常", "存续"));

    private final Classification states;

    RegistrationStates(Classification states) {
        this.states = states;
    }

    Optional<String> ofWords(String words) {
        return WORDS.stream()
                .filter(word -> words.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .filter(states::contains)
                .findFirst();
    }
}
