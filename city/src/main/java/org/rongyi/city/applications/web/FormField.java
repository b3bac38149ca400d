package org.rongyi.city.applications.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;

/// A field of the one form.
///
/// @param hint what is asked, or where the value comes from
/// @param known filled in from what is on record
/// @param hidden there is a value that is not shown again
public record FormField(ElementInput input, @Nullable String hint, boolean known, boolean hidden) {}
