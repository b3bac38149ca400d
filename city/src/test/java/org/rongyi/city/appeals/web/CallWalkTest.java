package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// A seat takes a whole call on one page; a leader sees how appeals stand.
@CityTest
class CallWalkTest {
    private static final String FOCUSED = "document.activeElement.accessKey || document.activeElement.id";
    private static final int ALT = 1;
    private static final int MOST_TABS = 60;

    @Autowired
    private Browser browser;

    @Test
    void aCallIsTakenOnOnePageAndItsNumberReadToTheCaller() {
        try (Visit seat = browser.as("seat")) {
            byKeyboardAlone(seat.go("/seat").shows("来电登记"));
            seat.shows("登记好了，念给来电人", "待签收", "供电").isWell("call-taken");
            String number = seat.page().locator(".ry-receipt a").innerText();
            assertThat(seat.go("/seat/call?taken=" + number).text())
                    .as("whoever knows a number does not learn its code")
                    .doesNotContain("念给来电人");
            seat.go("/seat/call");
            seat.page().fill("#words", "停电两天没人来修，问什么时候来电");
            seat.page().fill("#place", "锦江区春熙路");
            seat.page().press("#place", "Enter");
            seat.settled();
            seat.page().fill("#answer", "今晚八点前恢复，抢修队已经到了。");
            seat.page().press("button[accesskey=z]", "Enter");
            seat.settled();
            seat.expected(422).shows("回电打哪个号码");
            seat.page().fill("#who", "陈女士 13800000000");
            seat.page().press("button[accesskey=z]", "Enter");
            seat.settled();
            seat.shows("登记好了，念给来电人", "等企业说解决了没有");
            seat.go("/seat")
                    .click("邮件")
                    .shows("没有收作诉求的信")
                    .isWell("seat-letters")
                    .nothingFailed();
        }
    }

    /// As the page says them: Alt and the letter. In Firefox Shift goes with them, on a Mac Control and Option.
    @Test
    void eachButtonOfACallHasItsKey() {
        try (Visit seat = browser.as("seat")) {
            key(seat.go("/seat"), "n");
            assertThat(seat.at()).startsWith("/seat/call");
            seat.shows("Alt", "Firefox");
            seat.page().fill("#words", "停电一整天没人来修，问什么时候来电");
            seat.page().fill("#place", "锦江区春熙路");
            seat.page().fill("#who", "陈女士 13800000000");
            key(seat, "k");
            seat.shows("供电", "7 个工作日");
            key(seat, "z");
            seat.expected(422).shows("写您怎么答的");
            seat.page().fill("#answer", "今晚八点前恢复。");
            key(seat, "z");
            seat.shows("登记好了，念给来电人", "等企业说解决了没有");
            seat.page().fill("#words", "停电一整天没人来修，冰柜里的货坏了");
            seat.page().fill("#place", "锦江区春熙路");
            seat.page().fill("#who", "陈女士 13800000000");
            seat.page().selectOption("#category", "E0601");
            key(seat, "s");
            seat.shows("登记好了，念给来电人", "待签收").nothingFailed();
        }
    }

    /// Another page follows. The browser gets what a keyboard sends, the character too: that is what it answers to.
    private static void key(Visit seat, String letter) {
        seat.page().evaluate("() => { window.before = true; }");
        CDPSession keyboard = seat.page().context().newCDPSession(seat.page());
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("modifiers", ALT);
            event.addProperty("key", letter);
            event.addProperty("code", "Key" + letter.toUpperCase(Locale.ROOT));
            event.addProperty("windowsVirtualKeyCode", (int)
                    letter.toUpperCase(Locale.ROOT).charAt(0));
            event.addProperty("text", type.equals("char") ? letter : "");
            event.addProperty("unmodifiedText", type.equals("char") ? letter : "");
            keyboard.send("Input.dispatchKeyEvent", event);
        }
        keyboard.detach();
        seat.page().waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    /// No mouse from the list to the receipt: Tab, Enter, and what is typed.
    private static void byKeyboardAlone(Visit seat) {
        enter(seat, "n");
        assertThat(seat.at()).startsWith("/seat/call");
        seat.isWell("call");
        enter(seat, "s");
        seat.expected(422).shows("写什么事", "选类别", "写发生在哪里", "回电打哪个号码");
        type(seat, "firm", "面");
        type(seat, "who", "陈女士 13800000000");
        type(seat, "words", "店门口停电两天没人来修，冰柜里的货都坏了");
        type(seat, "place", "锦江区春熙路");
        enter(seat, "k");
        seat.shows("是哪一家", "供电", "7 个工作日").isWell("call-known");
        enter(seat, "s");
    }

    /// Tab leads to every link, field and button: known by its access key, or by its name.
    private static void reach(Visit seat, String what) {
        for (int i = 0; i < MOST_TABS && !what.equals(seat.page().evaluate(FOCUSED)); i++) {
            seat.page().keyboard().press("Tab");
        }
        assertThat(seat.page().evaluate(FOCUSED)).isEqualTo(what);
    }

    private static void type(Visit seat, String field, String words) {
        reach(seat, field);
        seat.page().keyboard().insertText(words);
    }

    /// Another page follows.
    private static void enter(Visit seat, String what) {
        reach(seat, what);
        seat.page().evaluate("() => { window.before = true; }");
        seat.page().keyboard().press("Enter");
        seat.page().waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    @Test
    void aHeadOfADepartmentSeesWhatItMaySee(@Autowired Appeals appeals) {
        appeals.receive(new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.WEB,
                "停电两天没人来修",
                "锦江区",
                null,
                new Appeal.Reporter("李先生", null, null, false),
                "E0601",
                false));
        try (Visit head = browser.as("market-head")) {
            head.go("/leader/appeals").shows("诉求总览", "不排名").isWell("appeals-head");
            head.go("/leader/meetings").isWell("meetings-head");
            head.inEnglish().isWell("meetings-head-en").inChinese().nothingFailed();
        }
    }

    @Test
    void aLeaderSeesWhatIsInHandAndWhatIsLate() {
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/appeals").shows("诉求总览", "逾期没答复的").isWell("appeals-leader");
            leader.go("/leader/appeals/tickets?slice=LATE").shows("全市：没有按时答复的").isWell("appeals-behind");
            leader.go("/leader/appeals");
            leader.inEnglish().isWell("appeals-leader-en").inChinese().nothingFailed();
        }
    }
}
