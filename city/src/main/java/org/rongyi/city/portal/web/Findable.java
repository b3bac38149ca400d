package org.rongyi.city.portal.web;

import java.util.List;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// Something that a search can find: a page of the city, a journey, an item, a policy, an element.
///
/// @param id found only when typed exactly
/// @param note what kind of thing it is and whether it is in force, in the language of the page
/// @param current false for a policy that has ended: what is in force is meant first
/// @param texts everything else that is searched
record Findable(Kind kind, String id, Words title, String note, String href, boolean current, List<Text> texts) {
    static final int TITLE_WEIGHT = 10;
    static final int ID_WEIGHT = 12;

    enum Kind {
        PAGE("pages", new Words("在这里办", "Do it here"), new Words("回首页", "To the front page")),
        JOURNEY("journeys", new Words("一件事", "Journeys"), new Words("看全部一件事", "See all journeys")),
        ITEM("items", new Words("事项", "Service items"), new Words("看全部事项", "See all items")),
        POLICY("policies", new Words("政策", "Policies"), new Words("看全部政策", "See all policies")),
        ELEMENT("elements", new Words("数据", "Data"), new Words("看数据字典", "See the dictionary"));

        /// Names its part of the results; all of the kind stand at this address.
        private final String id;

        private final Words heading;
        private final Words more;

        Kind(String id, Words heading, Words more) {
            this.id = id;
            this.heading = heading;
            this.more = more;
        }

        /// @param total how many were found, of which these are shown
        SearchGroup group(Page page, int total, List<SearchGroup.Line> lines) {
            return new SearchGroup(id, page.say(heading), total, lines, page.say(more), this == PAGE ? "/" : "/" + id);
        }
    }

    /// @param weight how much a word counts that is found here
    /// @param shown whether it may stand under the title; what the note says already may not
    record Text(Words words, int weight, boolean shown) {}
}
