/// Tests as a person with a browser: one Chromium for all tests of a run.
@NullMarked
package org.rongyi.city.browser;

import org.jspecify.annotations.NullMarked;
