package org.rongyi.city.appeals.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An e-mail as somebody wrote it.
///
/// @param messageId names this very e-mail; where it has none, what follows from its content
/// @param answers Message-IDs of the e-mails that it answers, the nearest first
/// @param words its text, quotations and all
/// @param own its text without what it quotes
/// @param automatic why no person wrote it; null: a person did
record Letter(
        String messageId,
        String address,
        String name,
        String subject,
        String words,
        String own,
        List<String> answers,
        List<Enclosed> enclosed,
        @Nullable String automatic) {
    /// @param content empty where it is larger than what is kept
    record Enclosed(String name, byte[] content, boolean tooLarge) {}

    /// Name and address, as the seats reach the sender.
    String who(int longest) {
        String who = name.isBlank() ? address : name + " <" + address + ">";
        return who.length() <= longest ? who : address.substring(0, Math.min(address.length(), longest));
    }
}
