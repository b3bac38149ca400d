/// XML of strangers, read as a stream into a small tree that knows the line of each element.
@NullMarked
package org.rongyi.invoices.xml;

import org.jspecify.annotations.NullMarked;
