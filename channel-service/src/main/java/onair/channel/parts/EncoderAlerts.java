package onair.channel.parts;

import java.util.List;

/**
 * What AWS warns about on one encoder right now.
 *
 * @param missesInput whether no picture comes in
 * @param others its other warnings, in AWS's words
 */
public record EncoderAlerts(boolean missesInput, List<String> others) {
  public EncoderAlerts {
    others = List.copyOf(others);
  }
}
