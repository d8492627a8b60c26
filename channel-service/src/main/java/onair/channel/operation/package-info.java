/**
 * What came of something a user asked for: one {@link onair.channel.operation.Operation} per
 * accepted request, with its steps and the AWS resource of each. Features begin operations and tell
 * their progress; users read them.
 */
@NullMarked
package onair.channel.operation;

import org.jspecify.annotations.NullMarked;
