package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.cases.WorkList.Bucket;
import org.rongyi.city.cases.WorkList.Query;
import org.rongyi.city.cases.WorkList.Whose;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The list of what is to be done, the earliest first.
@Controller
@RequestMapping("/tasks")
class WorkPages {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_EXPORTED = 2_000;
    private static final List<String> FIELDS = List.of("whose", "show", "q", "kind", "item");
    private static final Map<Whose, Words> SCOPES = scopes();

    private final WorkList list;
    private final WorkWords words;

    WorkPages(WorkList list, WorkWords words) {
        this.list = list;
        this.words = words;
    }

    /// The first is what counts while nothing is chosen.
    private static Map<Whose, Words> scopes() {
        Map<Whose, Words> scopes = new LinkedHashMap<>();
        scopes.put(Whose.MINE_AND_FREE, new Words("我的和没人办的", "Mine, and what nobody has"));
        scopes.put(Whose.MINE, new Words("只看我的", "Mine only"));
        scopes.put(Whose.FREE, new Words("没人办的", "What nobody has"));
        scopes.put(Whose.UNIT, new Words("全部门的", "My department's"));
        return scopes;
    }

    @GetMapping
    String list(Acting acting, Page page, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        Query query = query(acting, form);
        WorkList.Counts counts = list.counts(query);
        String after = form.value("after");
        WorkList.Page tasks = list.page(query, after.isEmpty() ? null : after, ON_A_PAGE);
        List<WorkList.Choice> choices = list.choices(query);
        model.addAttribute("form", form);
        model.addAttribute("all", counts.all());
        model.addAttribute("counts", counts(page, form, query, counts));
        model.addAttribute("groups", groups(page, tasks.items(), counts));
        model.addAttribute("next", tasks.next() == null ? null : href(form, "after", tasks.next()));
        model.addAttribute("later", !after.isEmpty());
        model.addAttribute("start", href(form, "after", ""));
        model.addAttribute("csv", "/tasks/list.csv" + href(form, "after", "").substring("/tasks".length()));
        model.addAttribute("scopes", options());
        model.addAttribute("kinds", kinds(choices));
        model.addAttribute("items", items(page, choices, query));
        model.addAttribute(
                "narrowed",
                query.bucket() != null || query.text() != null || query.kind() != null || query.title() != null);
        return "jte:desk/work";
    }

    @GetMapping("/list.csv")
    void csv(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response) {
        Query query = query(acting, Form.of(request));
        String name = page.say("任务清单", "work-list") + "-" + page.today() + ".csv";
        CsvTable table = CsvTable.download(response, name).row(words.heads(page));
        String after = null;
        int rows = 0;
        do {
            WorkList.Page some = list.page(query, after, WorkList.MOST_ON_A_PAGE);
            some.items().forEach(item -> table.row(words.cells(page, item)));
            rows += some.items().size();
            after = some.next();
        } while (after != null && rows < MOST_EXPORTED);
    }

    /// What cannot be a scope or a bucket narrows nothing.
    private static Query query(Acting acting, Form form) {
        Whose whose = named(Whose.class, form.value("whose")).orElse(Whose.MINE_AND_FREE);
        return Query.of(whose, acting.account(), acting.person().department())
                .in(named(Bucket.class, form.value("show")).orElse(null))
                .saying(orNull(form.value("q")))
                .about(orNull(form.value("kind")), orNull(form.value("item")));
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Option> options() {
        return SCOPES.entrySet().stream()
                .map(scope -> Option.of(lower(scope.getKey()), scope.getValue()))
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<Option> kinds(List<WorkList.Choice> choices) {
        return choices.stream()
                .map(choice -> Option.of(choice.kind(), choice.name()))
                .distinct()
                .toList();
    }

    private static List<Option> items(Page page, List<WorkList.Choice> choices, Query query) {
        return choices.stream()
                .filter(choice -> query.kind() == null || choice.kind().equals(query.kind()))
                .map(choice ->
                        Option.of(choice.title(), Words.same(page.named(choice.title()) + " (" + choice.tasks() + ")")))
                .toList();
    }

    private static List<WorkRow.Count> counts(Page page, Form form, Query query, WorkList.Counts counts) {
        List<WorkRow.Count> all = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            all.add(new WorkRow.Count(
                    page.say(WorkWords.shortName(bucket)),
                    counts.of(bucket),
                    href(form, "show", lower(bucket)),
                    bucket == query.bucket(),
                    bucket == Bucket.OVERDUE && counts.of(bucket) > 0));
        }
        all.add(new WorkRow.Count(
                page.say("全部", "all"), counts.all(), href(form, "show", ""), query.bucket() == null, false));
        return all;
    }

    private List<WorkRow.Group> groups(Page page, List<WorkList.Item> items, WorkList.Counts counts) {
        Map<Bucket, List<WorkList.Item>> byBucket = items.stream()
                .collect(Collectors.groupingBy(
                        WorkList.Item::bucket, () -> new EnumMap<>(Bucket.class), Collectors.toList()));
        return byBucket.entrySet().stream()
                .map(group -> new WorkRow.Group(
                        lower(group.getKey()),
                        page.say(WorkWords.longName(group.getKey())),
                        counts.of(group.getKey()),
                        group.getValue().stream()
                                .map(item -> words.row(page, item))
                                .toList()))
                .toList();
    }

    /// The same list with one thing changed; another one begins at its start.
    private static String href(Form form, String field, @Nullable String value) {
        String query = Stream.concat(FIELDS.stream(), Stream.of("after"))
                .map(name -> {
                    String kept = name.equals("after") ? "" : form.value(name);
                    return Map.entry(name, name.equals(field) ? Objects.requireNonNullElse(value, "") : kept);
                })
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/tasks" : "/tasks?" + query;
    }
}
