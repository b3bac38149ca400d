/// The room documents, behind its doors.
@NullMarked
package org.rongyi.city.documents;

import org.jspecify.annotations.NullMarked;
