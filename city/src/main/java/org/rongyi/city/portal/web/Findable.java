package org.rongyi.city.portal.web;

import java.util.List;
import org.rongyi.definitions.Words;

/// Something that a search can find: a journey, an item, a policy, an element.
///
/// @param id found only when typed exactly
/// @param note what kind of thing it is and whether it is in force, in the language of the page
/// @param current false for a policy that has ended: what is in force is meant first
/// @param texts everything else that is searched
record Findable(Kind kind, String id, Words title, String note, String href, boolean current, List<Text> texts) {
    static final int TITLE_WEIGHT = 10;
    static final int ID_WEIGHT = 12;

    enum Kind {
        JOURNEY,
        ITEM,
        POLICY,
        ELEMENT
    }

    /// @param weight how much a word counts that is found here
    record Text(Words words, int weight) {}
}
