/**
 * The only door to the platform: one address for partners, the dashboard and the API's description.
 *
 * <p>A request meets the packages in this order: {@code door} (request id, path, size, headers),
 * {@code identity} (who is asking, proven to the service by a short-lived token), {@code limit}
 * (how often one may ask), {@code route} (which service answers). {@code docs} and {@code
 * dashboard} are what the gateway serves itself. It holds no state: any number of gateways can run
 * side by side.
 */
@NullMarked
package onair.gateway;

import org.jspecify.annotations.NullMarked;
