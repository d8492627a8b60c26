/**
 * AWS Systems Manager on this machine, of which there is Parameter Store: parameters with their
 * versions, labels, hierarchies and tags. {@link onair.awslocal.ssm.LocalSsm} lists the operations.
 * Values of secure strings lie in the state folder as they are, are in no log and in no {@code
 * toString}.
 */
@NullMarked
package onair.awslocal.ssm;

import org.jspecify.annotations.NullMarked;
