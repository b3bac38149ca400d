/// Sign-in, the choice of whom to act for, mandates: pages, and who may open which page of the house.
@NullMarked
package org.rongyi.city.identity.web;

import org.jspecify.annotations.NullMarked;
