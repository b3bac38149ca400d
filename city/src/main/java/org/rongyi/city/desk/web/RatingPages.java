package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where an applicant says how a case was handled.
@Controller
@RequestMapping("/ratings/{number}")
class RatingPages {
    private static final String STARS = "stars";
    private static final String WORDS = "words";
    private static final List<Words> MEANINGS = List.of(
            new Words("很不满意", "very bad"),
            new Words("不满意", "bad"),
            new Words("一般", "fair"),
            new Words("满意", "good"),
            new Words("很满意", "very good"));

    private final CaseFiles files;
    private final Ratings ratings;

    RatingPages(CaseFiles files, Ratings ratings) {
        this.files = files;
        this.ratings = ratings;
    }

    static Words meaning(int stars) {
        return MEANINGS.get(stars - 1);
    }

    @GetMapping
    String ask(Acting acting, Page page, @PathVariable String number, HttpServletResponse response, Model model) {
        Optional<Case> file = files.open(number, acting).map(CaseFile::now);
        return file.isEmpty() ? unknown(number, response, model) : show(page, file.get(), number, Form.empty(), model);
    }

    private String show(Page page, Case file, String number, Form form, Model model) {
        Ratings.Given given = ratings.of(file.id()).orElse(null);
        model.addAttribute("form", form);
        model.addAttribute("number", number);
        model.addAttribute("title", page.named(file.title()));
        model.addAttribute("unit", page.named(file.unit()));
        model.addAttribute("closed", !file.open());
        model.addAttribute("given", given == null ? null : page.say(meaning(given.stars())));
        model.addAttribute("words", given == null ? "" : given.words());
        model.addAttribute(
                "options",
                IntStream.iterate(Ratings.MOST_STARS, stars -> stars > 0, stars -> stars - 1)
                        .mapToObj(stars -> Option.of(Integer.toString(stars), meaning(stars)))
                        .toList());
        return "jte:desk/rating";
    }

    @PostMapping
    String rate(
            Acting acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Case> file = files.open(number, acting).map(CaseFile::now);
        if (file.isEmpty()) {
            return unknown(number, response, model);
        }
        Form form = Form.of(request);
        if (!form.value(STARS).matches("[1-5]")) {
            form.reject(STARS, "选一个", "Choose one");
        }
        if (form.value(WORDS).length() > Ratings.LONGEST_WORDS) {
            form.reject(WORDS, "最多 500 个字", "At most 500 characters");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, file.get(), number, form, model);
        }
        int stars = Integer.parseInt(form.value(STARS));
        return switch (ratings.rate(file.get().id(), stars, form.value(WORDS), acting)) {
            case Ratings.Rating.Rated _, Ratings.Rating.RatedBefore _, Ratings.Rating.NotClosed _ ->
                "redirect:/ratings/" + number;
            case Ratings.Rating.NotYours _ -> unknown(number, response, model);
        };
    }

    private static String unknown(String number, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有您能评价的办件 " + number + "。", "There is no case " + number + " that you may rate."),
                        new Words("只有申请人能评价。", "Only the applicant rates."),
                        Link.of("回首页", "To the front page", "/")));
        return CasePages.ERROR;
    }
}
