package org.rongyi.city.documents.web;

import java.util.Base64;
import java.util.List;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.documents.Uses;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Licences and seals of a firm, to download and to show.
@Controller
class WalletPages {
    private static final int LOOKS = 5;

    private final Licences licences;
    private final Uses uses;

    WalletPages(Licences licences, Uses uses) {
        this.licences = licences;
        this.uses = uses;
    }

    @GetMapping("/my/licences")
    String wallet(Acting acting, Page page, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        List<WalletCard> cards = licences.of(firm).stream()
                .map(licence -> card(acting, page, licence))
                .toList();
        model.addAttribute("decides", acting.isPrincipal());
        model.addAttribute("cards", cards);
        model.addAttribute(
                "seals",
                licences.seals(firm).stream()
                        .map(seal -> new WalletCard.SealView(
                                page.say(seal.kind().words()),
                                seal.id(),
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(seal.picture())))
                        .toList());
        return "jte:documents/wallet";
    }

    private WalletCard card(Acting acting, Page page, Licence licence) {
        Licence.State state = licence.on(page.today());
        List<Licences.Stood> history = licences.history(licence.document());
        String reason = history.isEmpty() ? "" : history.getLast().reason();
        return new WalletCard(
                licence.document(),
                page.say(licence.name()),
                page.say(state.words()),
                LicenceWords.tag(state),
                licence.number(),
                page.say("有效期：", "Valid until: ") + LicenceWords.until(page, licence),
                reason,
                uses.may(acting, new Uses.Thing(Uses.Thing.Kind.LICENCE, licence.document()), null),
                licences.looks(licence.document(), LOOKS).stream()
                        .map(look -> page.moment(look.at()) + page.say("，", ", ") + page.say(way(look.way())))
                        .toList());
    }

    private static Words way(Licences.Way way) {
        return switch (way) {
            case CODE -> new Words("扫码查看", "looked up by its code");
            case FILE -> new Words("上传文件核验", "verified by file");
            case DOWNLOAD -> new Words("本企业下载", "downloaded by the firm");
        };
    }

    @GetMapping("/my/licences/{document}/file")
    ResponseEntity<byte[]> file(Acting acting, @PathVariable String document) {
        return file(acting, document, Licences.Format.OFD, ".ofd");
    }

    @GetMapping("/my/licences/{document}/pdf")
    ResponseEntity<byte[]> pdf(Acting acting, @PathVariable String document) {
        return file(acting, document, Licences.Format.PDF, ".pdf");
    }

    @GetMapping("/my/licences/{document}/credential")
    ResponseEntity<byte[]> credential(Acting acting, @PathVariable String document) {
        return file(acting, document, Licences.Format.CREDENTIAL, ".sd-jwt");
    }

    private ResponseEntity<byte[]> file(Acting acting, String document, Licences.Format format, String ending) {
        return licences.download(document, acting.firmFor(Purpose.VIEW), format, acting)
                .map(bytes -> LicenceWords.file(bytes, "licence-" + document + ending))
                .orElse(ResponseEntity.notFound().build());
    }
}
