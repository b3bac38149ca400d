package org.rongyi.city.utilities;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Tells whoever handed an application in what it waits for, and how each connection ended.
@Component
class ConnectionLetters {
    private final Letters letters;
    private final ConnectionTable table;
    private final UtilityBook book;

    ConnectionLetters(Letters letters, ConnectionTable table, UtilityBook book) {
        this.letters = letters;
        this.table = table;
        this.book = book;
    }

    /// @param entry makes it one letter for each time that it comes so far
    void moved(Bare request, String event, State to, String entry) {
        Words says = event.equals(ConnectionCourse.FOUND)
                ? new Words("有班组能来了，请约踏勘时间", "a crew can come; choose a time")
                : says(to);
        if (says == null) {
            return;
        }
        write(request, to.id() + "/" + entry, says);
    }

    /// The operator has to plan anew.
    void refused(Bare request, Words permit, long id) {
        write(
                request,
                "permit/" + id,
                new Words(
                        permit.zh() + "没有批，供应企业要重出方案", "not permitted (" + permit.en() + "); the operator plans anew"));
    }

    private void write(Bare request, String entry, Words says) {
        Words name =
                book.utility(request.utility()).map(UtilityBook.Utility::name).orElse(Words.same(request.utility()));
        letters.write(
                "utilities/" + request.id() + "/" + entry,
                table.account(request.connection()),
                new Words(name.zh() + "：" + says.zh(), name.en() + ": " + says.en()),
                new Words("打开看详情。", "Open it for more."),
                "/my/utilities/" + request.connection());
    }

    private static @Nullable Words says(State to) {
        return switch (to) {
            case PLAN_OFFERED -> new Words("方案和报价出来了，请选", "there is a plan and a quote to choose");
            case PLAN_EXPIRED -> new Words("报价过期了，可以要新的", "the quote has expired; you may ask for another");
            case REFUSED -> new Words("不能接，原因在里面", "it cannot be connected; the reason is inside");
            case SUPPLIED -> new Words("开通了", "it is connected");
            case APPLIED -> new Words("没有踏勘成，请另约时间", "it was not surveyed; choose another time");
            case LAPSED -> new Words("过期未办，结束了", "it was not done in time and has ended");
            case NO_CREW -> new Words("现在没有班组能来踏勘，已经告诉他们；有了就写信给您", "no crew can come yet; we write when one can");
            case SURVEY_BOOKED, SURVEYED, PLAN_ACCEPTED, WORKS, ACCEPTED, WITHDRAWN -> null;
        };
    }
}
