package onair.channel.parts;

/**
 * Where an encoder pushes to.
 *
 * @param streamName {@code app/stream} of the RTMP address; holds the stream key, so it is a secret
 * @param allowListId AWS's id of the allow list that guards it
 */
public record InputSpec(String streamName, String allowListId) {
  @Override
  public String toString() {
    return "InputSpec[allowListId=" + allowListId + "]";
  }
}
