package org.rongyi.city.helping;

import java.time.Clock;
import java.util.List;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.helping.Help.Message;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// What is said between who asked and who helps. The other side is told by e-mail of the first line that it has not
/// read, not of each.
@Component
class Talk {
    static final int LONGEST_LINE = 2000;
    private static final String HOUSE = "系统";

    private final HelpTable table;
    private final Letters letters;
    private final Clock clock;

    Talk(HelpTable table, Letters letters, Clock clock) {
        this.table = table;
        this.letters = letters;
        this.clock = clock;
    }

    static boolean sayable(String words) {
        return !words.isBlank() && words.length() <= LONGEST_LINE;
    }

    void asker(Help help, String words, Acting by) {
        line(help, Side.ASKER, by, words);
        tellHelper(help);
    }

    void helper(Help help, String words, Acting by) {
        line(help, Side.HELPER, by, words);
        tellAsker(help);
    }

    private void line(Help help, Side side, Acting by, String words) {
        table.say(help.id(), side, by.account(), by.person().name(), Words.same(words.strip()), clock.instant());
    }

    /// What happened, by somebody of one side: the other is told.
    void house(Help help, Words words, Acting by, Side side) {
        table.say(help.id(), Side.HOUSE, by.account(), HOUSE, words, clock.instant());
        if (side == Side.ASKER) {
            tellHelper(help);
        } else {
            tellAsker(help);
        }
    }

    private void tellHelper(Help help) {
        tell(help, Side.HELPER, help.helper(), "/helper/" + help.id());
    }

    private void tellAsker(Help help) {
        tell(help, Side.ASKER, help.account(), "/help/" + help.id());
    }

    private void tell(Help help, Side side, String account, String path) {
        if (table.unread(help.id(), side, account) == 1) {
            long line = table.newest(List.of(help.id())).getOrDefault(help.id(), 0L);
            letters.write(
                    "help/" + help.id() + "/" + line,
                    account,
                    new Words("网上帮办有新消息", "News in your talk with the helper"),
                    new Words("登录后查看和回复。", "Sign in to read and answer it."),
                    path);
        }
    }

    List<Message> read(Help help, Acting by) {
        List<Message> all = table.messages(help.id());
        if (!all.isEmpty()) {
            table.read(help.id(), by.account(), all.getLast().id());
        }
        return all;
    }
}
