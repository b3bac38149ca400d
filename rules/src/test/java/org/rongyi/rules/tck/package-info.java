/// Runs files of the DMN Technology Compatibility Kit against the rule language.
@NullMarked
package org.rongyi.rules.tck;

import org.jspecify.annotations.NullMarked;
