/// The container and the files inside an OFD document: strict when reading, small when writing. No door.
@NullMarked
package org.rongyi.seals.ofd;

import org.jspecify.annotations.NullMarked;
