/**
 * Remembers every resource that was ever there, the states it was in and when, and what AWS would
 * bill for that time. {@link onair.awslocal.ledger.Ledger} listens to the services' tables; {@link
 * onair.awslocal.ledger.LedgerEndpoints} shows it at the control door. Knows no AWS service but by
 * the names of its billing classes.
 */
@NullMarked
package onair.awslocal.ledger;

import org.jspecify.annotations.NullMarked;
