/// Pages of help: for whoever asks, and for whoever is named.
@NullMarked
package org.rongyi.city.helping.web;

import org.jspecify.annotations.NullMarked;
