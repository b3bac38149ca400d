/// The pages of the room documents in a real browser.
@NullMarked
package org.rongyi.city.documents.web;

import org.jspecify.annotations.NullMarked;
