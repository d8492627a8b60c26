/**
 * The audit log: who changed what, from where, and what it was before and after. Every request that
 * changes something is written down in the transaction of the change, whatever controller takes it;
 * account-service keeps the entries. Import {@link onair.common.audit.AuditConfiguration}.
 */
@NullMarked
package onair.common.audit;

import org.jspecify.annotations.NullMarked;
