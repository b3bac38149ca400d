package org.rongyi.city.utilities.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connections;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.NewConnection;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.city.utilities.web.ConnectionView.Choice;
import org.rongyi.city.vocabulary.AreaCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// One form for all that a firm wants connected; what the city knows stands in it already.
@Controller
@RequestMapping(ConnectionPages.HERE)
class NewConnectionPages {
    private static final String KEY = "key";
    private static final String UTILITY = "utility";
    private static final String ADDRESS = "address";
    private static final String AREA = "area";
    private static final String CONTACT = "contact";
    private static final String PHONE = "phone";
    private static final String WANTED_ON = "wantedOn";

    private final Connections connections;
    private final UtilityBook book;
    private final Elements elements;
    private final Areas areas;

    NewConnectionPages(Connections connections, UtilityBook book, Elements elements, Areas areas) {
        this.connections = connections;
        this.book = book;
        this.elements = elements;
        this.areas = areas;
    }

    @GetMapping("/new")
    String ask(Acting acting, Model model) {
        acting.firmFor(Purpose.APPLY);
        Connections.Known known = connections.known(acting);
        Form form = Form.empty()
                .with(KEY, UUID.randomUUID().toString())
                .with(ADDRESS, known.address())
                .with(AREA, district(known.area()))
                .with(CONTACT, acting.person().name())
                .with(PHONE, known.phone());
        choices()
                .forEach(choice -> choice.inputs().forEach(input -> {
                    Object before = known.wanted().get(input.name());
                    if (before != null) {
                        input.fill(form, before);
                    }
                }));
        return show(form, model);
    }

    private List<Choice> choices() {
        return book.utilities().stream()
                .map(utility -> new Choice(
                        utility.id(),
                        utility.name(),
                        utility.asks().stream()
                                .flatMap(id -> elements.find(id).stream())
                                .map(element -> ElementInput.entry(element, elements))
                                .toList()))
                .toList();
    }

    private String district(String area) {
        return AreaCode.isValid(area)
                ? areas.districtOf(new AreaCode(area))
                        .map(found -> found.code().value())
                        .orElse("")
                : "";
    }

    private String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("before", "");
        model.addAttribute("exists", book.exists());
        model.addAttribute("choices", choices());
        model.addAttribute(
                "districts",
                areas.districts().stream()
                        .map(area -> Option.of(area.code().value(), area.name(), area.englishName()))
                        .toList());
        return "jte:utilities/new";
    }

    @PostMapping
    String apply(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        Map<String, Map<String, Object>> wanted = wanted(form);
        text(form, ADDRESS, NewConnection.LONGEST_ADDRESS, "写接到哪里", "Say where");
        text(form, CONTACT, NewConnection.LONGEST_CONTACT, "写现场找谁", "Say who is there");
        text(form, PHONE, NewConnection.LONGEST_PHONE, "写电话，踏勘前联系", "A telephone number, for the survey");
        if (district(form.value(AREA)).isEmpty()) {
            form.reject(AREA, "选在哪个区", "Choose the district");
        }
        LocalDate wantedOn = wantedOn(page, form);
        UUID key = key(form.value(KEY));
        if (form.hasFaults() || key == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(key == null ? form.with(KEY, UUID.randomUUID().toString()) : form, model);
        }
        NewConnection what = new NewConnection(
                key, form.value(ADDRESS), place(form), form.value(CONTACT), form.value(PHONE), wantedOn, wanted);
        return switch (connections.apply(what, acting)) {
            case Applying.Applied(Connection connection) -> "redirect:" + next(connection);
            case Applying.SaidOtherwise(Connection before) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                // Pressed once more, it is another application.
                String view = show(form.with(KEY, UUID.randomUUID().toString()), model);
                model.addAttribute("before", ConnectionPages.HERE + "/" + before.id());
                yield view;
            }
        };
    }

    /// Where no crew can come for anything of it, there is no time to choose.
    private static String next(Connection connection) {
        String own = ConnectionPages.HERE + "/" + connection.id();
        return ConnectionViews.in(connection, State.APPLIED).isEmpty() ? own : own + "/survey";
    }

    private Map<String, Map<String, Object>> wanted(Form form) {
        Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
        for (Choice choice : choices()) {
            if (!form.chosen(UTILITY, choice.id())) {
                continue;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (ElementInput input : choice.inputs()) {
                // Whoever does not know leaves it open: then a crew comes that can do whatever it may be.
                Object value = input.read(form).orElse(null);
                if (value instanceof BigDecimal number && number.signum() == 0) {
                    form.reject(input.name(), "写大于 0 的数，不知道就空着", "More than 0, or empty if you do not know");
                } else if (value != null) {
                    values.put(input.name(), value);
                }
            }
            wanted.put(choice.id(), values);
        }
        if (wanted.isEmpty()) {
            form.reject(UTILITY, "至少选一样", "Choose at least one");
        }
        return wanted;
    }

    /// As exact as the address says within the district that was chosen.
    private String place(Form form) {
        String district = form.value(AREA);
        return areas.recognise(form.value(ADDRESS))
                .map(Area::code)
                .map(AreaCode::value)
                .filter(code -> code.startsWith(district))
                .orElse(district);
    }

    private static void text(Form form, String field, int longest, String zh, String en) {
        if (form.value(field).isEmpty()) {
            form.reject(field, zh, en);
        }
        form.limit(field, longest);
    }

    private static @Nullable LocalDate wantedOn(Page page, Form form) {
        String text = form.value(WANTED_ON);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(page.today()) || day.isAfter(page.today().plusYears(3))) {
                form.reject(WANTED_ON, "从今天到三年之内", "Between today and three years from now");
            }
            return day;
        } catch (DateTimeException noDay) {
            form.reject(WANTED_ON, "填日期，例如 2026-12-20", "Enter a date, for example 2026-12-20");
            return null;
        }
    }

    private static @Nullable UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }
}
