/// Tables and files as people have them: CSV of any origin read row by row with the line of each, and results
/// that take their name only when they are complete. For the programs that run at the terminal.
@NullMarked
package org.rongyi.definitions.files;

import org.jspecify.annotations.NullMarked;
