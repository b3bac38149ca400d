@NullMarked
package org.rongyi.city.desk.web;

import org.jspecify.annotations.NullMarked;
