package org.rongyi.city.services.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;

/// One paper, what to do about it and why.
///
/// @param handIn whether it is handed in
/// @param todo what to do, in one or two words
public record PaperLine(
        String name, boolean handIn, String todo, @Nullable String why) {

    /// A material as the guide of an item says it, of nobody in particular.
    static PaperLine of(Page page, ServiceTerms terms, Catalogue catalogue, ServiceTerms.Material material) {
        String name = page.say(material.name());
        String shared = material.sharedBy();
        if (!material.provedBy().isEmpty()) {
            Words licence = ServiceWords.licence(terms, material.provedBy().getFirst());
            return new PaperLine(
                    name,
                    false,
                    page.say("有电子证照免交", "not with an e-licence"),
                    page.say("电子证照：", "e-licence: ") + page.say(licence));
        }
        if (shared != null) {
            String from = page.say(ServiceWords.department(catalogue, shared));
            return new PaperLine(name, false, page.say("免交", "not needed"), page.say(from + "已共享", "shared: " + from));
        }
        String note = material.note() == null ? null : page.say(material.note());
        return material.promise()
                ? new PaperLine(name, true, page.say("可以先承诺", "a promise will do"), note)
                : new PaperLine(name, true, page.say("要交", "hand in"), note);
    }

    static PaperLine licence(Page page, Words name) {
        return new PaperLine(
                page.say(name),
                false,
                page.say("有电子证照免交", "not with an e-licence"),
                page.say("办过的会自动核对", "checked by itself if you hold it"));
    }
}
