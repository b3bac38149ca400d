package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Area.Level;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// What is chosen of an address so far, and what there is to choose next.
///
/// @param chosen from the district down
/// @param next level of the choices; null where the tree ends
public record AddressChoice(List<Area> chosen, @Nullable Level next, List<Area> choices) {
    public String code() {
        return chosen.isEmpty() ? "" : chosen.getLast().code().value();
    }

    public List<Option> options() {
        return choices.stream()
                .map(area -> Option.of(area.code().value(), new Words(area.name(), area.englishName())))
                .toList();
    }

    /// What is to be chosen next; null where the rest can be written.
    public @Nullable String asks(Page page) {
        return next == null
                ? null
                : switch (next) {
                    case DISTRICT -> page.say("区（市）县", "District");
                    case STREET -> page.say("街道、镇", "Street or town");
                    case VILLAGE -> page.say("社区、村", "Community or village");
                };
    }
}
