/// The files in which a city is written down: element dictionaries, classifications and policies. Every fault of every
/// file is found in one run, with file, line and column; nothing that a file contains makes the reader throw.
@NullMarked
package org.rongyi.definitions;

import org.jspecify.annotations.NullMarked;
