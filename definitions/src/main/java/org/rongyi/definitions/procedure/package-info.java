/// How a department works on a case inside: a BPMN 2.0 file, read into a small model. What the model does not know does
/// not exist: no script, class, bean or expression of a file goes any further than this package.
@NullMarked
package org.rongyi.definitions.procedure;

import org.jspecify.annotations.NullMarked;
