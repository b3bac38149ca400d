/// Pages of invoices: the firm's archive and what it sends, and the officer's look at it.
@NullMarked
package org.rongyi.city.invoices.web;

import org.jspecify.annotations.NullMarked;
