package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.HandedIn;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.desk.web.CaseView.ActLink;
import org.rongyi.city.desk.web.CaseView.EntryView;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.procedures.CaseProcedures;
import org.rongyi.city.procedures.ProcedureDrawing;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Everything on record about a case, for those who work on it, and what they may do now.
@Controller
class CasePages {
    static final String ERROR = "jte:ui/error";

    private final CaseFiles files;
    private final ClockViews clocks;
    private final EntryWords entries;
    private final PersonNames names;
    private final CaseLooks looks;
    private final CaseContents contents;
    private final HandedIn handedIn;
    private final Ratings ratings;
    /// As the rooms of the meetings and of the utilities call their cases.
    private static final String MEETING = "meeting/";

    private static final String UTILITIES = "utilities/";

    private final AppealContents appeals;
    private final PartViews parts;
    private final CaseProcedures procedures;

    CasePages(
            CaseFiles files,
            ClockViews clocks,
            EntryWords entries,
            PersonNames names,
            CaseLooks looks,
            CaseContents contents,
            HandedIn handedIn,
            Ratings ratings,
            AppealContents appeals,
            PartViews parts,
            CaseProcedures procedures) {
        this.files = files;
        this.clocks = clocks;
        this.entries = entries;
        this.names = names;
        this.looks = looks;
        this.contents = contents;
        this.handedIn = handedIn;
        this.ratings = ratings;
        this.appeals = appeals;
        this.parts = parts;
        this.procedures = procedures;
    }

    @GetMapping("/cases/{number}")
    String one(
            Acting acting,
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Optional<CaseFile> found = files.open(number, acting);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("error", Meanwhile.unknown(number));
            return ERROR;
        }
        CaseFile file = found.get();
        looks.record(acting, file.now(), number);
        model.addAttribute("file", view(page, file, number));
        model.addAttribute(
                "content", contents.of(page, acting, file.now(), number).orElse(null));
        model.addAttribute("appeal", appeals.read(page, acting, file.now()).orElse(null));
        model.addAttribute("parts", parts.of(page, acting, file.now()).orElse(null));
        model.addAttribute("asked", parts.asked(page, acting, file.now()).orElse(null));
        model.addAttribute("elsewhere", acting.has(Role.OFFICER) ? elsewhere(file.now()) : null);
        Ratings.Given rated = ratings.of(file.now().id()).orElse(null);
        model.addAttribute("rated", rated == null ? null : page.say(RatingPages.meaning(rated.stars())));
        model.addAttribute("ratedWords", rated == null ? "" : rated.words());
        model.addAttribute("done", done(page, file, done));
        procedures.of(file.now().id()).ifPresent(standing -> {
            model.addAttribute("procedure", ProcedureDrawing.of(page, standing.procedure(), standing.here()));
            model.addAttribute("procedureEnded", standing.ended());
        });
        return "jte:desk/case";
    }

    /// Where another room has more of it, and what is written down there; null where none has.
    private static @Nullable Link elsewhere(Case now) {
        String own = now.about() == null ? "" : now.about();
        if (own.startsWith(MEETING)) {
            String at = "/officer/meetings/" + own.substring(MEETING.length());
            return Link.of("去见面会的页面，写下结果", "To the meeting: write down its result", at);
        }
        if (own.startsWith(UTILITIES)) {
            String at = "/officer/utilities/" + own.substring(UTILITIES.length());
            return Link.of("看报装：现场、踏勘记录、方案", "See the place, the survey and the plan", at);
        }
        return null;
    }

    /// A paper of the case, for the department that has it. It is kept as a file: nothing of it runs in the page.
    @GetMapping("/cases/{number}/files/{id}")
    @Nullable
    ModelAndView file(Acting acting, @PathVariable String number, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        Optional<HandedIn.Content> content = files.open(number, acting)
                .filter(file -> CaseContents.works(acting, file.now()))
                .flatMap(file -> handedIn.file(file.now().id(), id));
        if (content.isEmpty()) {
            return new ModelAndView(ERROR, Map.of("error", Meanwhile.unknown(number)), HttpStatus.NOT_FOUND);
        }
        response.setContentType(content.get().about().type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                CsvTable.attachment(content.get().about().name()));
        response.getOutputStream().write(content.get().bytes());
        return null;
    }

    /// What was just done, as the timeline has it: an address that somebody made up says nothing.
    private @Nullable String done(Page page, CaseFile file, String done) {
        return done.isEmpty()
                ? null
                : entries.what(page, file.now().kind(), file.timeline().getLast());
    }

    private CaseView view(Page page, CaseFile file, String number) {
        Case now = file.now();
        List<ActLink> others = new ArrayList<>();
        List<ActLink> doubtful = new ArrayList<>();
        ActLink first = sort(page, file, number, others, doubtful);
        String handler = now.handler();
        return new CaseView(
                number,
                page.named(now.title()),
                page.say(now.kind().name()),
                page.named(now.applicant()),
                now.firm() == null ? null : now.firm().value(),
                page.say(now.state().name()),
                now.open(),
                page.named(now.unit()),
                handler == null ? null : names.person(handler),
                now.owner().isEmpty() || now.owner().equals(handler) ? "" : names.personOf(page, now.owner()),
                page.moment(now.openedAt()),
                now.closedAt() == null ? null : page.moment(now.closedAt()),
                says(page, file),
                clocks.views(page, file.clocks()).reversed(),
                file.timeline().reversed().stream()
                        .map(entry -> entry(page, now.kind(), entry))
                        .toList(),
                first,
                others,
                doubtful);
    }

    /// While steps inside are open, they are what there is to do.
    private static @Nullable String says(Page page, CaseFile file) {
        Case now = file.now();
        List<InnerStep> steps = file.possible().steps();
        if (!steps.isEmpty()) {
            return steps.stream().map(step -> page.say(step.name())).collect(Collectors.joining(page.say("、", ", ")));
        }
        Words task = now.state().task();
        if (task == null) {
            return null;
        }
        return waits(now) ? page.say("等申请人：", "The applicant is to act: ") + page.say(task) : page.say(task);
    }

    private static boolean waits(Case now) {
        return now.state().waitsFor() == CaseKind.WaitsFor.FIRM;
    }

    /// The first is what the reader most likely came for, and none while the applicant is to act. Acts that end the
    /// case or say no are links, never buttons.
    private static @Nullable ActLink sort(
            Page page, CaseFile file, String number, List<ActLink> others, List<ActLink> doubtful) {
        ActLink first = null;
        for (Act act : Act.possible(file)) {
            ActLink link = new ActLink(page.say(act.name()), "/cases/" + number + "/acts/" + act.id());
            boolean doubts = doubts(file.now(), act);
            if (first == null && !doubts && !(waits(file.now()) && act instanceof Act.Fire)) {
                first = link;
            } else if (doubts) {
                doubtful.add(link);
            } else {
                others.add(link);
            }
        }
        return first;
    }

    private static boolean doubts(Case now, Act act) {
        CaseKind kind = now.kind();
        return switch (act) {
            case Act.Fire(CaseKind.Event event) ->
                event.needs().contains(CaseKind.Need.REASON)
                        && kind.state(event.to()).orElseThrow().end()
                        && kind.events().stream()
                                .filter(each -> each.from().stream().anyMatch(event.from()::contains))
                                .anyMatch(each -> !each.needs().contains(CaseKind.Need.REASON));
            case Act.Assign _ -> now.handler() != null;
            case Act.Pause _, Act.AskMore _, Act.Pass _, Act.Dispute _, Act.Remark _ -> true;
            case Act.Answer _, Act.Resume _, Act.AnswerMore _, Act.Take _ -> false;
        };
    }

    private EntryView entry(Page page, CaseKind kind, Entry entry) {
        String reason = entry.reason();
        return new EntryView(
                page.moment(entry.at()),
                entries.what(page, kind, entry),
                entries.bySystem(entry) ? "" : entries.who(page, entry),
                reason == null ? List.of() : page.named(reason).lines().toList(),
                entry.basis(),
                entry.proof(),
                entry.what() == Entry.What.OVERDUE
                        || entry.what() == Entry.What.RAISED
                        || entry.what() == Entry.What.DISPUTED);
    }
}
