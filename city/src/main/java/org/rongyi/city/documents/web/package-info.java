/// Pages of the room: the wallet of a firm, verification without an account, the officer's page of a licence.
@NullMarked
package org.rongyi.city.documents.web;

import org.jspecify.annotations.NullMarked;
