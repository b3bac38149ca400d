package org.rongyi.city.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What an error page says: what happened, what to do, whether the work is safe.
///
/// @param id stands in the log too; null where nobody needs to look there
/// @param typed what the visitor sent and would otherwise lose
public record PageError(
        int status,
        Words title,
        Words happened,
        Words advice,
        @Nullable Words safe,
        @Nullable Link action,
        @Nullable String id,
        List<Typed> typed) {
    public PageError {
        typed = List.copyOf(typed);
    }

    public record Typed(String field, String value) {}

    private static final Link HOME = Link.of("回首页", "To the front page", "/");

    /// A page for someone who may not: what it is, who may, how to ask.
    public static PageError refused(Words happened, Words advice) {
        return new PageError(
                403,
                new Words("您没有这个权限", "You are not allowed to do this"),
                happened,
                advice,
                null,
                HOME,
                null,
                List.of());
    }

    /// A page for a thing that is not there: what was looked for, where it may be.
    public static PageError notFound(Words happened, Words advice, Link action) {
        return new PageError(404, new Words("没有找到", "Not found"), happened, advice, null, action, null, List.of());
    }

    static PageError staleForm(Link back) {
        return new PageError(
                403,
                new Words("页面放得太久，这一步没有送出", "The page was open too long; this step was not sent"),
                new Words(
                        "为了安全，30 分钟没有操作会退出登录；换了身份后，先前打开的表单也会失效。",
                        "For safety we sign you out after 30 minutes without activity; a form opened before you"
                                + " changed identity also stops working."),
                new Words("回到刚才那一页，重新登录后再送一次。", "Go back to the page, sign in again if asked, and send it once more."),
                new Words("已经保存的都在，只有这一步没有送出。", "Everything saved before is still there; only this step was not sent."),
                back,
                null,
                List.of());
    }

    static PageError of(int status) {
        return switch (status) {
            case 403 ->
                refused(
                        new Words("这一页只给有相应身份的人看。", "This page is for people with a certain role or mandate."),
                        new Words(
                                "如果您为几家企业办事，先换一个身份；如果该有权限却没有，请企业的法定代表人授权，或请管理员设置。",
                                "If you act for several firms, change identity first. If you should have access, ask"
                                        + " the firm's legal representative for a mandate, or the administrator."));
            case 404 ->
                notFound(
                        new Words(
                                "这个地址没有页面：可能打错了，也可能已经换了地方。",
                                "There is no page at this address: it may be mistyped or have moved."),
                        new Words("检查一下地址，或者从首页找。", "Check the address, or search from the front page."),
                        HOME);
            case 405 ->
                plain(
                        405,
                        new Words("不能这样打开这一页", "This page cannot be opened like this"),
                        new Words(
                                "这个地址只接收表单，不能直接打开。", "This address only receives forms; it cannot be opened directly."),
                        new Words("回到上一页再试。", "Go back to the page before and try again."));
            case 413 ->
                plain(
                        413,
                        new Words("文件太大", "The file is too large"),
                        new Words("一次最多 64 MB。", "At most 64 MB at a time."),
                        new Words("分成几个文件，一个一个传。", "Split it into several files and send them one by one."));
            case 429 ->
                plain(
                        429,
                        new Words("试得太多了，歇一会儿", "Too many attempts; please wait"),
                        new Words("短时间内试了太多次，为了安全先停一停。", "There were too many attempts in a short time."),
                        new Words("过几分钟再试。", "Try again in a few minutes."));
            default ->
                status >= 500
                        ? broken(status)
                        : plain(
                                status,
                                new Words("这个请求我们看不懂", "We cannot understand this request"),
                                new Words(
                                        "地址或表单里有不该有的内容，或者少了一部分。",
                                        "Something in the address or the form is missing or malformed."),
                                new Words("回到上一页再试，或者从首页进。", "Go back and try again, or start from the front page."));
        };
    }

    private static PageError plain(int status, Words title, Words happened, Words advice) {
        return new PageError(status, title, happened, advice, null, HOME, null, List.of());
    }

    private static PageError broken(int status) {
        return new PageError(
                status,
                new Words("我们这边出了故障", "Something broke on our side"),
                new Words("不是您的问题。故障已经记下，有人会查。", "It is not your fault. The fault is on record and someone will look."),
                new Words(
                        "过几分钟再试；还不行，报下面的编号就能查到。",
                        "Try again in a few minutes; if it stays so, the number below leads to what happened."),
                new Words(
                        "之前保存的都在；刚才这一步可能没有保存。",
                        "What was saved before is safe; this last step may not have been saved."),
                HOME,
                null,
                List.of());
    }

    PageError withId(String newId) {
        return new PageError(status, title, happened, advice, safe, action, newId, typed);
    }

    PageError withTyped(List<Typed> sent) {
        return new PageError(status, title, happened, advice, safe, action, id, sent);
    }
}
