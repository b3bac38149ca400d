package org.rongyi.city.applications.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Area.Level;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.vocabulary.AreaCode;
import org.springframework.stereotype.Component;

/// An address out of the tree of places: as far down as the tree goes it is chosen, the rest is written.
@Component
class StandardAddress {
    private static final Pattern OFFICE = Pattern.compile("(居民委员会|居委会|村民委员会|村委会)$");
    private static final Pattern NUMBERED = Pattern.compile(".*[0-9０-９一二三四五六七八九十].*");
    private static final int LONGEST = 60;

    private final Areas areas;

    StandardAddress(Areas areas) {
        this.areas = areas;
    }

    /// A code that nobody has leads back to the first choice.
    AddressChoice choice(String code) {
        List<Area> chosen = new ArrayList<>();
        Optional<Area> area = AreaCode.isValid(code) ? areas.find(new AreaCode(code)) : Optional.empty();
        while (area.isPresent()) {
            chosen.addFirst(area.get());
            AreaCode parent = area.get().parent();
            area = parent == null ? Optional.empty() : areas.find(parent);
        }
        if (chosen.isEmpty()) {
            return new AddressChoice(List.of(), Level.DISTRICT, areas.districts());
        }
        List<Area> below = areas.children(chosen.getLast().code());
        return new AddressChoice(
                List.copyOf(chosen), below.isEmpty() ? null : below.getFirst().level(), below);
    }

    /// The place that begins an address, where it was chosen here.
    Optional<AddressChoice> choiceOf(String address) {
        return areas.recognise(address)
                .map(area -> choice(area.code().value()))
                .filter(choice -> address.startsWith(written(choice, Rest.NONE)));
    }

    /// Road and number, building, room as they were written.
    record Rest(String road, String building, String room) {
        static final Rest NONE = new Rest("", "", "");

        boolean tooLong() {
            return road.length() > LONGEST || building.length() > LONGEST || room.length() > LONGEST;
        }

        boolean numbered() {
            return NUMBERED.matcher(road).matches();
        }
    }

    /// From the district down, without the offices of the villages.
    static String written(AddressChoice choice, Rest rest) {
        StringBuilder address = new StringBuilder();
        choice.chosen()
                .forEach(area -> address.append(OFFICE.matcher(area.name()).replaceFirst("")));
        return address.append(rest.road())
                .append(rest.building())
                .append(rest.room())
                .toString();
    }
}
