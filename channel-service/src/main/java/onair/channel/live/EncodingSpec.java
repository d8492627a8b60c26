package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.parts.Slate;
import org.jspecify.annotations.Nullable;

/**
 * What is made of what comes in.
 *
 * @param ladder name of a {@link onair.channel.ladder.Ladder}
 * @param pipelines {@code single}, or {@code dual} for two that do the same, of which one may fail
 * @param own the organization's ladder as it was when it was chosen; absent for those that come
 *     with the service
 * @param slate what viewers see while nothing comes in; absent for what AWS shows then
 */
record EncodingSpec(String ladder, String pipelines, @Nullable Ladder own, @Nullable Slate slate) {

  static final String SINGLE = "single";
  static final String DUAL = "dual";

  static final EncodingSpec DEFAULT = new EncodingSpec("720p", SINGLE);

  EncodingSpec(String ladder, String pipelines) {
    this(ladder, pipelines, null, null);
  }

  /** Whether everything is done twice. */
  @JsonIgnore
  boolean dual() {
    return pipelines.equals(DUAL);
  }

  /** How often everything is done. */
  @JsonIgnore
  int count() {
    return dual() ? 2 : 1;
  }

  /** The renditions it stands for. */
  @JsonIgnore
  Ladder renditions(Ladders bundled) {
    return own == null ? bundled.require(ladder) : own;
  }
}
