package onair.channel.live;

/**
 * What is made of what comes in.
 *
 * @param ladder name of a {@link onair.channel.ladder.Ladder}
 * @param pipelines {@code single}
 */
record EncodingSpec(String ladder, String pipelines) {

  static final EncodingSpec DEFAULT = new EncodingSpec("720p", "single");
}
