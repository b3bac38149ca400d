/// From tree to plan: names resolved, types checked, constants folded, equal sub-expressions kept once. A plan is
/// what both engines (`row`, `column`) read; it knows no text positions except in its
/// [org.rongyi.rules.plan.Outline].
///
/// **Rule it keeps:** a plan that exists is well typed. Engines never meet a text where a number belongs.
@NullMarked
package org.rongyi.rules.plan;

import org.jspecify.annotations.NullMarked;
