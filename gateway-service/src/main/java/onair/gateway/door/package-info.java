/**
 * What every request passes first, whatever it asks for: a request id, a path and a size that can
 * be trusted, the headers browsers are told to obey, and one way to say that something failed.
 */
@NullMarked
package onair.gateway.door;

import org.jspecify.annotations.NullMarked;
