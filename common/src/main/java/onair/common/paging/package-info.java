/**
 * Lists that stay stable while rows are added: a page, what was asked for, and the cursor between
 * them.
 */
@NullMarked
package onair.common.paging;

import org.jspecify.annotations.NullMarked;
