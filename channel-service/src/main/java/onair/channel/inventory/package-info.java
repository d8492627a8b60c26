/**
 * What an organization has in AWS, for operators: everything its channels own, and what carries its
 * name and belongs to nobody. Who finds the latter is {@code onair.common.sweep}.
 */
@NullMarked
package onair.channel.inventory;

import org.jspecify.annotations.NullMarked;
