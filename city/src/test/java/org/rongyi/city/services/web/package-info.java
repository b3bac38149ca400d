@NullMarked
package org.rongyi.city.services.web;

import org.jspecify.annotations.NullMarked;
