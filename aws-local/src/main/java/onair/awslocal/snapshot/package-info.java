/**
 * The folder of one aws-local: who has it, what is in it, copies of it by name. Begin at {@link
 * onair.awslocal.snapshot.DataFolder}.
 */
@NullMarked
package onair.awslocal.snapshot;

import org.jspecify.annotations.NullMarked;
