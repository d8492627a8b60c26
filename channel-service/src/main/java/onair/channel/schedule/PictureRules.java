package onair.channel.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.common.outgoing.TargetCheck;
import onair.common.problem.Violation;

/**
 * What a picture may be that MediaLive puts into a broadcast. MediaLive reads it and not we; all
 * the same it has to be at an address of the public internet, as AWS may reach more from where it
 * stands.
 */
public final class PictureRules {

  /** What MediaLive reads. Source: MediaLive API reference, {@code StaticImageActivate...}. */
  private static final List<String> FORMS = List.of(".png", ".bmp", ".tga");

  private PictureRules() {}

  /**
   * What to tell the user about it; empty when it is fine. Asks a name server.
   *
   * @param field path in the request
   */
  public static Optional<Violation> violation(TargetCheck targets, String field, String url) {
    return targets
        .violation(field, url)
        .or(
            () -> {
              String name = url.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
              return FORMS.stream().anyMatch(name::endsWith)
                  ? Optional.empty()
                  : Optional.of(
                      new Violation(
                          field, "format", "must end with " + String.join(" or ", FORMS)));
            });
  }
}
