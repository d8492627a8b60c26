/**
 * The channel service: live channels on MediaLive and MediaPackage v2. {@code ChannelConfiguration}
 * shows all of its parts; {@link onair.channel.live} is what it is about.
 *
 * <p>Packages point one way: AWS edges ({@link onair.channel.medialive}, {@link
 * onair.channel.mediapackage}) to features ({@link onair.channel.live}, {@link
 * onair.channel.packaging}, {@link onair.channel.operation}, {@link onair.channel.ladder}) and the
 * words they share ({@link onair.channel.parts}), and those to {@code onair.common}.
 */
@NullMarked
package onair.channel;

import org.jspecify.annotations.NullMarked;
