package onair.channel.parts;

import java.util.List;

/**
 * What AWS warns about on one encoder right now.
 *
 * @param missesInput whether no picture comes in, to none of its pipelines
 * @param halved whether one of its two pipelines does without the other
 * @param others its other warnings, in AWS's words
 * @param undelivered its warnings about what it makes and cannot deliver, in AWS's words
 */
public record EncoderAlerts(
    boolean missesInput, boolean halved, List<String> others, List<String> undelivered) {

  public EncoderAlerts {
    others = List.copyOf(others);
    undelivered = List.copyOf(undelivered);
  }

  /** Of an encoder that delivers all it makes. */
  public EncoderAlerts(boolean missesInput, boolean halved, List<String> others) {
    this(missesInput, halved, others, List.of());
  }

  /** Of an encoder that is all well, or not at all. */
  public EncoderAlerts(boolean missesInput, List<String> others) {
    this(missesInput, false, others);
  }
}
