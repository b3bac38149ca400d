package org.rongyi.city.names;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.names.NameCheck.Parts;
import org.rongyi.city.ui.CityWords;
import org.springframework.stereotype.Component;

/// Takes a name apart: area, trade name, industry, form.
@Component
class NameReader {
    private static final String LEVELS = "[省市区县]$";

    private final NameWords words = NameWords.shipped();
    private final List<String> places;

    NameReader(Areas areas, CityWords city) {
        String here = city.name().zh().replaceFirst(LEVELS, "");
        this.places = Stream.of(
                        words.provinces().stream(),
                        Stream.of(here + "市"),
                        areas.districts().stream().map(area -> area.name()))
                .flatMap(each -> each)
                .flatMap(name -> Stream.of(name, name.replaceFirst(LEVELS, "")))
                .filter(name -> name.length() > 1)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    NameWords words() {
        return words;
    }

    /// Brackets at the end say something about the firm and are no part of its name; brackets elsewhere hold a place.
    static String plain(String name) {
        return name.strip().replace('(', '（').replace(')', '）').replaceFirst("（[^（）]*）$", "");
    }

    Parts read(String name) {
        String rest = plain(name);
        StringBuilder area = new StringBuilder();
        boolean more = true;
        while (more) {
            String from = rest;
            String place = places.stream()
                    .filter(each -> from.startsWith(each) && from.length() > each.length())
                    .findFirst()
                    .orElse("");
            more = !place.isEmpty();
            area.append(place);
            rest = rest.substring(place.length());
        }
        String form = words.formAtEndOf(rest).orElse("");
        rest = rest.substring(0, rest.length() - form.length());
        for (String place : places) {
            String inBrackets = "（" + place + "）";
            if (rest.contains(inBrackets)) {
                area.append(area.isEmpty() ? place : "");
                rest = rest.replace(inBrackets, "");
            }
        }
        String industry = words.industryAtEndOf(rest).orElse("");
        return new Parts(area.toString(), rest.substring(0, rest.length() - industry.length()), industry, form);
    }
}
