/**
 * The description every service gives of its API: fields named as they are in JSON, pages, scopes,
 * {@code Idempotency-Key} and problems told once for all operations. Comes with {@code
 * onair.common.web.WebConfiguration}; controllers add summaries and examples.
 */
@NullMarked
package onair.common.openapi;

import org.jspecify.annotations.NullMarked;
