package onair.channel.parts;

/** Where an encoder takes the broadcast from. */
public sealed interface InputSpec {

  /**
   * A broadcaster pushes to it by RTMP.
   *
   * @param streamName {@code app/stream} of the address; holds the stream key, so it is a secret
   * @param allowListId AWS's id of the allow list that guards it
   */
  record Push(String streamName, String allowListId) implements InputSpec {
    @Override
    public String toString() {
      return "Push[allowListId=" + allowListId + "]";
    }
  }

  /**
   * It is given what comes into a flow.
   *
   * @param flowArn the flow, which has to exist
   */
  record FromFlow(String flowArn) implements InputSpec {}
}
