/**
 * The channel service: live channels on MediaLive, contributed to by RTMP or through MediaConnect,
 * served from MediaPackage, S3 or MediaStore. {@code ChannelConfiguration} shows all of its parts;
 * {@link onair.channel.live} is what it is about.
 *
 * <p>Packages point one way: AWS edges, named after the service they speak to, to features ({@link
 * onair.channel.live}, {@link onair.channel.share}, {@link onair.channel.packaging}, {@link
 * onair.channel.operation}, {@link onair.channel.ladder}) and the words they share ({@link
 * onair.channel.parts}), and those to {@code onair.common}.
 */
@NullMarked
package onair.channel;

import org.jspecify.annotations.NullMarked;
