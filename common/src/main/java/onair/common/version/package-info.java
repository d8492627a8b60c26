/**
 * Optimistic concurrency: every single resource is answered with an {@code ETag}, every change
 * honours {@code If-Match}. A controller says so by its types, {@link onair.common.version.Tagged}
 * and {@link onair.common.version.IfMatch}; comes with {@code onair.common.web.WebConfiguration}.
 */
@NullMarked
package onair.common.version;

import org.jspecify.annotations.NullMarked;
