/// Electronic invoices, read and checked: China's fully digital invoice (数电票) and EN 16931 in UBL and
/// CII.
///
/// **What is read.** [InvoiceReader#read] takes the bytes of a file, tells its [Format] by its content,
/// and gives a [Reading]: the [Invoice], as far as it can be known, and every [Fault] at once, each
/// with its line and what to do.
///
/// **What is not judged.** The signature of the tax authority: there is no public root to judge it by.
/// Whether the invoice was really issued is known only to the authority. This module never issues one.
///
/// **Rule it keeps:** a stranger's file costs no more than its size: no document type, no entity,
/// nothing that is fetched; bounds on size, depth and number of elements.
@NullMarked
package org.rongyi.invoices;

import org.jspecify.annotations.NullMarked;
