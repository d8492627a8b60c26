/**
 * Which path belongs to which service, and where that service listens. Start at {@link
 * onair.gateway.route.RouteTable}.
 */
@NullMarked
package onair.gateway.route;

import org.jspecify.annotations.NullMarked;
