package onair.ads.placement;

import onair.ads.signature.Signatures;

/**
 * The addresses MediaTailor asks for ads, one per playback id. What MediaTailor puts in for each
 * viewer cannot be signed; whose ads may be asked for can.
 */
public final class DecisionAddresses {

  private static final String MACROS =
      "&d=[session.avail_duration_secs]&s=[session.id]&e=[scte.event_id]";

  private final String base;
  private final Signatures signatures;

  /**
   * @param publicAddress where the world reaches us, without a slash at the end
   */
  public DecisionAddresses(String publicAddress, Signatures signatures) {
    this.base = publicAddress + "/ads/";
    this.signatures = signatures;
  }

  /** What is asked: breaks of a live channel, or the breaks of a film before it begins. */
  public enum Question {
    /** {@code /ads/vast}: the ads of one break. */
    VAST("vast"),
    /** {@code /ads/vmap}: all breaks with their ads. */
    VMAP("vmap");

    private final String path;

    Question(String path) {
      this.path = path;
    }
  }

  /** The address with MediaTailor's macros in it; it is only valid once they were replaced. */
  String of(Question question, String playbackId) {
    return base
        + question.path
        + "?c="
        + playbackId
        + "&sig="
        + signatures.sign(question.path, playbackId)
        + MACROS;
  }

  /** Whether the address was made by us. */
  public boolean verify(Question question, String playbackId, String signature) {
    return signatures.verify(question.path, playbackId, signature);
  }
}
