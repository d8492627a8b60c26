/**
 * The words in which a live channel talks about the AWS things it is made of: what it wants of each
 * ({@code …Spec}) and what AWS says about it ({@code Observed…}), without any AWS type.
 *
 * <p>{@link onair.channel.parts.Parts} lists them in dependency order. They are implemented by the
 * edges {@code onair.channel.medialive} and {@code onair.channel.mediapackage} and put together by
 * {@code onair.channel.live}.
 */
@NullMarked
package onair.channel.parts;

import org.jspecify.annotations.NullMarked;
