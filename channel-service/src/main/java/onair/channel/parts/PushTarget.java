package onair.channel.parts;

import java.util.List;

/**
 * A server of somebody else's that an encoder pushes what it makes to, too, by RTMP or RTMPS.
 *
 * @param id {@code smt_…}, by which the encoder's output is named
 * @param url scheme, host, port and application, such as {@code rtmps://live.example.com/app}
 * @param streamKey what the encoder proves itself with there; a secret
 */
public record PushTarget(String id, String url, String streamKey) {

  /**
   * Those of whom AWS says this: it names the output or, where it does not, the address, which
   * several may share.
   */
  public static List<PushTarget> meant(String words, List<PushTarget> targets) {
    List<PushTarget> named =
        targets.stream().filter(target -> words.contains(target.id())).toList();
    return named.isEmpty()
        ? targets.stream().filter(target -> words.contains(target.url())).toList()
        : named;
  }

  /** The text without the key: AWS repeats in its messages what it was sent. */
  public String redact(String text) {
    return text.replace(streamKey, "…");
  }

  /** The text without the keys of these. */
  public static String redact(String text, List<PushTarget> targets) {
    String redacted = text;
    for (PushTarget target : targets) {
      redacted = target.redact(redacted);
    }
    return redacted;
  }

  @Override
  public String toString() {
    return "PushTarget[" + id + "]";
  }
}
