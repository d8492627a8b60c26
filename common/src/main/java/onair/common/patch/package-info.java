/**
 * A field of a request body that can be left out. {@link onair.common.web} reads it, {@link
 * onair.common.openapi} describes it as what it holds.
 */
@NullMarked
package onair.common.patch;

import org.jspecify.annotations.NullMarked;
