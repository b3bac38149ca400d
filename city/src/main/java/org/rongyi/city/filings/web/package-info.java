/// Pages of filings: a firm's dates, and what a calendar program reads.
@NullMarked
package org.rongyi.city.filings.web;

import org.jspecify.annotations.NullMarked;
