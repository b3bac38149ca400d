@NullMarked
package org.rongyi.city.policies.web;

import org.jspecify.annotations.NullMarked;
