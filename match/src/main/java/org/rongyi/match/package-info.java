/// The command line: policies and a file of enterprises in, matches, explanations and faults out. Results go to
/// standard output, everything said about the input to standard error; a row that cannot be read is reported and
/// never silently left out.
@NullMarked
package org.rongyi.match;

import org.jspecify.annotations.NullMarked;
