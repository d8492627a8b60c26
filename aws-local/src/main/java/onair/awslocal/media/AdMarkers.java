package onair.awslocal.media;

import java.util.Set;

/**
 * How a manifest tells of breaks, and of which.
 *
 * @param messages kinds of message it tells of; others leave no mark
 */
public record AdMarkers(Form form, Set<Splice.Message> messages) {

  /** A manifest without markers. */
  public static final AdMarkers NONE = new AdMarkers(Form.NONE, Set.of());

  public AdMarkers {
    messages = Set.copyOf(messages);
  }

  /** What a marker looks like. */
  public enum Form {
    NONE,
    /** HLS: {@code EXT-X-DATERANGE} with {@code SCTE35-OUT} and {@code SCTE35-IN}. */
    DATERANGE,
    /** HLS: {@code EXT-OATCLS-SCTE35}, {@code EXT-X-CUE-OUT}, {@code -CONT} and {@code CUE-IN}. */
    CUE,
    /** DASH: an {@code EventStream} with the message in Base64. */
    EVENTS_BINARY,
    /** DASH: an {@code EventStream} with the message spelled out. */
    EVENTS_XML
  }
}
