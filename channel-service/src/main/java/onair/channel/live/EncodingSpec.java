package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import org.jspecify.annotations.Nullable;

/**
 * What is made of what comes in.
 *
 * @param ladder name of a {@link onair.channel.ladder.Ladder}
 * @param pipelines {@code single}
 * @param own the organization's ladder as it was when it was chosen; absent for those that come
 *     with the service
 */
record EncodingSpec(String ladder, String pipelines, @Nullable Ladder own) {

  static final EncodingSpec DEFAULT = new EncodingSpec("720p", "single");

  EncodingSpec(String ladder, String pipelines) {
    this(ladder, pipelines, null);
  }

  /** The renditions it stands for. */
  @JsonIgnore
  Ladder renditions(Ladders bundled) {
    return own == null ? bundled.require(ladder) : own;
  }
}
