package org.rongyi.city.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is signed in, as the header of every page shows it.
///
/// @param actingFor the firm the person acts for now; null when acting for nobody
/// @param menu where this visitor may go; signing out is added by the layout
public record Visitor(String displayName, @Nullable String actingFor, List<Link> menu) {}
