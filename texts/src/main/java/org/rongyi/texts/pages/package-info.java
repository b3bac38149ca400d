/// What stands on a page that somebody photographed, scanned or printed into a PDF, read in this process and sent
/// nowhere.
@NullMarked
package org.rongyi.texts.pages;

import org.jspecify.annotations.NullMarked;
