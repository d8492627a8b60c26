/**
 * What viewers are given: the CDN in front of the packagers, and the addresses under which a
 * channel plays. Begin with {@link onair.delivery.DeliveryService}, which names every part.
 */
@NullMarked
package onair.delivery;

import org.jspecify.annotations.NullMarked;
