/**
 * The audit log: what {@code onair.common.audit} writes down in every service comes here as events
 * and stays. Read over HTTP by owners, changed by nobody.
 */
@NullMarked
package onair.account.audit;

import org.jspecify.annotations.NullMarked;
