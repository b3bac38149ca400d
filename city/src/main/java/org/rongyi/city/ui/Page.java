package org.rongyi.city.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.springframework.security.web.csrf.CsrfToken;

/// What every template needs of the request: language, words of the city, who is signed in, how numbers read.
///
/// Controllers take it as a parameter; every template finds it as `page`.
public final class Page {
    private static final Pattern PER_CENT = Pattern.compile("(\\d) %");

    private final HttpServletRequest request;
    private final Format format;
    private final CityWords city;
    private final Surroundings surroundings;
    private @Nullable Optional<Visitor> visitor;

    Page(HttpServletRequest request, Format format, CityWords city, Surroundings surroundings) {
        this.request = request;
        this.format = format;
        this.city = city;
        this.surroundings = surroundings;
    }

    /// What the other rooms and the web layer add.
    ///
    /// @param english what is known under a Chinese name, in English
    record Surroundings(
            VisitorSource visitors,
            Navigation navigation,
            UnaryOperator<String> assets,
            UnaryOperator<String> english,
            boolean demo) {}

    public Language language() {
        return format.language();
    }

    public boolean english() {
        return language() == Language.EN;
    }

    public String say(String zh, String en) {
        return english() ? en : zh;
    }

    /// In an English text a number and its per cent sign stay on one line.
    public String say(Words words) {
        return english() ? PER_CENT.matcher(words.en()).replaceAll("$1\u00a0%") : words.zh();
    }

    /// What the records keep under its Chinese name: a department, an item. In English as the city's files call it;
    /// what they do not know stays as it is ([EnglishNames]).
    public String named(String chinese) {
        return english() ? surroundings.english().apply(chinese) : chinese;
    }

    /// The path the visitor asked for, also on an error page.
    public String path() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return Link.onThisSite(path);
    }

    /// This page in the other language.
    public String otherLanguageHref() {
        String query = LanguageFilter.withoutLanguage(request.getQueryString());
        String separator = query.isEmpty() ? "?" : "?" + query + "&";
        return path() + separator + LanguageFilter.PARAMETER + "="
                + language().other().code();
    }

    /// Whether the visitor is at this address or below it.
    public boolean under(String prefix) {
        return path().equals(prefix) || path().startsWith(prefix + "/");
    }

    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    public @Nullable Visitor visitor() {
        Optional<Visitor> known = visitor;
        if (known == null) {
            known = surroundings.visitors().visitor(request);
            visitor = known;
        }
        return known.orElse(null);
    }

    public CityWords city() {
        return city;
    }

    public boolean demo() {
        return surroundings.demo();
    }

    public List<Network> networks() {
        return surroundings.navigation().networks();
    }

    public List<Link> footer() {
        return surroundings.navigation().footer();
    }

    /// Address of a file under `static/`, with the hash of its content.
    public String asset(String path) {
        return surroundings.assets().apply(path);
    }

    /// Today in the city.
    public LocalDate today() {
        return format.today();
    }

    public String number(long value) {
        return format.number(BigDecimal.valueOf(value));
    }

    public String number(BigDecimal value) {
        return format.number(value);
    }

    /// A count; null is one that [SmallCounts] hides.
    public String count(@Nullable Long count) {
        return count == null ? say(SmallCounts.HIDDEN) : number(count);
    }

    /// The same with its unit.
    public String count(@Nullable Long count, String zhUnit, String enUnit) {
        return count == null ? say(SmallCounts.HIDDEN) : quantity(count, zhUnit, enUnit);
    }

    /// 18 人 — joined by a no-break space.
    public String quantity(long value, String zhUnit, String enUnit) {
        return format.quantity(BigDecimal.valueOf(value), say(zhUnit, enUnit));
    }

    /// 486.2 万元 — money units of English pages become CNY.
    public String quantity(BigDecimal value, @Nullable Words unit) {
        return format.value(value, unit);
    }

    /// Amount in yuan: 12,600 元, CNY 12,600.
    public String yuan(BigDecimal yuan) {
        return format.yuan(yuan);
    }

    /// Amount in ten thousand yuan: 486.2 万元, CNY 4.862 million.
    public String wan(BigDecimal wan) {
        return format.wan(wan);
    }

    /// Ratio 0.972 → 97.2%.
    public String percent(BigDecimal ratio) {
        return format.percent(ratio);
    }

    /// Whole date with weekday.
    public String date(LocalDate day) {
        return format.date(day);
    }

    /// Date without weekday, and without the year when it is this year.
    public String day(LocalDate day) {
        return format.day(day);
    }

    public String weekday(LocalDate day) {
        return format.weekday(day);
    }

    /// Date and time of day in the city.
    public String moment(Instant instant) {
        return format.moment(instant);
    }

    /// 还有 38 天, in 38 days.
    public String relative(LocalDate day) {
        return format.relative(day);
    }

    /// The value of a derived data element: a number that was computed keeps the digits that somebody reads.
    public String computed(@Nullable Object value, @Nullable Words unit) {
        return format.value(value instanceof BigDecimal number ? Format.readable(number, unit) : value, unit);
    }

    /// The value of a data element: number with unit, yes or no, date, list; a missing one says so.
    public String value(@Nullable Object value, @Nullable Words unit) {
        return format.value(value, unit);
    }
}
