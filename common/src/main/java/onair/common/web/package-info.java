/**
 * What every service's HTTP side shares: JSON, record bodies, request ids, size limits, ETags.
 * Import {@link onair.common.web.WebConfiguration}.
 */
@NullMarked
package onair.common.web;

import org.jspecify.annotations.NullMarked;
