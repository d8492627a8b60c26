/** Service Quotas' edge: reads which limits apply to the account. */
@NullMarked
package onair.channel.servicequotas;

import org.jspecify.annotations.NullMarked;
