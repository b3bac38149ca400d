package org.rongyi.texts.pages;

import java.io.IOException;

/// The file may be sound; it is only not read here.
final class NotForUs extends IOException {
    NotForUs(String why) {
        super(why);
    }
}
