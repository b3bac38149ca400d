/// Appeals by e-mail: a mailbox is read, each letter becomes an appeal once, its sender gets a receipt.
@NullMarked
package org.rongyi.city.appeals.mail;

import org.jspecify.annotations.NullMarked;
