package onair.awslocal.media;

/**
 * ID3 metadata in the delivered segments: in event message boxes of AOMedia's scheme {@code
 * https://aomedia.org/emsg/ID3}.
 */
public sealed interface Metadata {

  /**
   * Once, where the next GOP begins.
   *
   * @param id3 whole ID3 tags
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Once(byte[] id3) implements Metadata {}

  /**
   * In each segment from the next one on, in place of what was in each segment before.
   *
   * @param id3 whole ID3 tags
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record EachSegment(byte[] id3) implements Metadata {}

  /**
   * In each segment from the next one on, as the text of a TXXX frame.
   *
   * @param text in which {@code $sn$} is the segment's number, {@code $dt$} its time in UTC, {@code
   *     $t$} its time in seconds since 1970, and {@code $$} a dollar sign
   */
  record TextInEachSegment(String text) implements Metadata {}
}
