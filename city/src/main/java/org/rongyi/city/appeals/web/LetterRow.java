package org.rongyi.city.appeals.web;

import org.jspecify.annotations.Nullable;

/// An e-mail, in the language of the page.
///
/// @param subject of the answer; empty for a letter: what was written is not kept
/// @param number of the appeal; null: there is none
public record LetterRow(
        String at,
        String address,
        String subject,
        String why,
        @Nullable String number) {}
