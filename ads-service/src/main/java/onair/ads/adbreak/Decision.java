package onair.ads.adbreak;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What one viewer's session was given for a break.
 *
 * @param viewer whose session it is; equal texts are the same
 * @param room how long a break it asked for
 * @param ads in their order; each creative of a campaign at most once
 */
public record Decision(String viewer, Duration room, List<Ad> ads) {

  public Decision {
    ads = List.copyOf(ads);
  }

  /** An ad of it. */
  public record Ad(String campaignId, String creativeId, Duration length) {}

  /** What its session is counted by; MediaTailor's own id cannot be read out of it. */
  String session() {
    return UUID.nameUUIDFromBytes(viewer.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** How long its ads take together. */
  Duration length() {
    return ads.stream().map(Ad::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** How much of the break they fill; what is a little too long is cut where the break ends. */
  Duration filled() {
    Duration length = length();
    return length.compareTo(room) <= 0 ? length : room;
  }
}
