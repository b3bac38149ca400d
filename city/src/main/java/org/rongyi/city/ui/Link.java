package org.rongyi.city.ui;

import org.rongyi.definitions.Words;

/// A link with its words in both languages.
public record Link(Words words, String href) {
    public static Link of(String zh, String en, String href) {
        return new Link(new Words(zh, en), href);
    }

    /// A path of this site only: `//elsewhere` would be another site to a browser.
    public static String onThisSite(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }
}
