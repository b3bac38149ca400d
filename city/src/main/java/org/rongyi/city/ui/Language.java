package org.rongyi.city.ui;

import java.util.Locale;

/// The two languages of every page. Chinese is the first; English is chosen by the visitor, never guessed.
public enum Language {
    ZH("zh-CN", "中文", Locale.SIMPLIFIED_CHINESE),
    EN("en", "English", Locale.UK);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// BCP 47, for `lang` attributes.
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /// The value of the `lang` query parameter and of the cookie.
    public String code() {
        return locale.getLanguage();
    }
}
