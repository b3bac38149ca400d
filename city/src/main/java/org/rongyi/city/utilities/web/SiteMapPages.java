package org.rongyi.city.utilities.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CityMaps;
import org.rongyi.city.ui.Page;
import org.rongyi.city.utilities.OperatorDesk;
import org.rongyi.city.utilities.OperatorDesk.Site;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.web.SiteMapView.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where the department has something open, and which of its crews come there. Counts of its own work only:
/// nobody is named, and whoever opens one from the list leaves a look behind.
@Controller
class SiteMapPages {
    private final OperatorDesk desk;
    private final UtilityBook book;
    private final ConnectionViews views;
    private final Areas areas;
    private final CityMaps maps;

    SiteMapPages(OperatorDesk desk, UtilityBook book, ConnectionViews views, Areas areas, CityMaps maps) {
        this.desk = desk;
        this.book = book;
        this.views = views;
        this.areas = areas;
        this.maps = maps;
    }

    @GetMapping(OperatorPages.HERE + "/map")
    String map(Acting acting, Page page, Model model) {
        Set<String> utilities = book.utilities().stream()
                .filter(utility -> utility.unit().equals(acting.person().department()))
                .map(UtilityBook.Utility::id)
                .collect(Collectors.toSet());
        List<Crew> crews = book.crews().stream()
                .filter(crew -> utilities.contains(crew.utility()))
                .toList();
        // With something to do first, then where crews would come.
        Map<String, Site> sites = new LinkedHashMap<>();
        desk.sites(acting).forEach(site -> sites.put(site.area(), site));
        Set<String> codes = new LinkedHashSet<>(sites.keySet());
        areas.districts().stream().map(Area::code).forEach(code -> codes.add(code.value()));
        List<Place> places = new ArrayList<>();
        Map<String, @Nullable Long> counts = new HashMap<>();
        for (String code : codes) {
            Site site = sites.getOrDefault(code, new Site(code, 0, 0));
            counts.put(code, (long) site.open());
            places.add(new Place(
                    views.district(page, code),
                    page.number(site.open()),
                    page.number(site.ahead()),
                    crews.stream()
                            .filter(crew -> comesTo(crew, code))
                            .map(crew -> page.say(crew.name()))
                            .collect(Collectors.joining(page.say("、", ", "))),
                    site.open() > 0));
        }
        model.addAttribute(
                "view",
                new SiteMapView(
                        !crews.isEmpty(),
                        places,
                        maps.draw(
                                page,
                                counts,
                                code -> views.district(page, code),
                                page.count(null),
                                code -> crews.isEmpty() ? "" : beside(page, crews, code))));
        return "jte:utilities/map";
    }

    private static String beside(Page page, List<Crew> crews, String code) {
        long coming = crews.stream().filter(crew -> comesTo(crew, code)).count();
        return coming == 0 ? "" : page.say(" · " + coming + " 班", " · " + coming);
    }

    /// To all of it, or to a part.
    private static boolean comesTo(Crew crew, String district) {
        return !district.isEmpty()
                && crew.areas().stream().anyMatch(area -> district.startsWith(area) || area.startsWith(district));
    }
}
