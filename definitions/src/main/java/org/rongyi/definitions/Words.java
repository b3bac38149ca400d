package org.rongyi.definitions;

import java.util.Locale;

/// Words that people read, in Chinese and in English. A file that gives only one text means it for both.
public record Words(String zh, String en) {

    public static Words same(String text) {
        return new Words(text, text);
    }

    /// English for an English locale, otherwise Chinese.
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
