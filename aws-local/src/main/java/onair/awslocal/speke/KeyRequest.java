package onair.awslocal.speke;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onair.awslocal.media.Protection;

/**
 * What is asked of a key server.
 *
 * @param contentId what the keys are for
 * @param keys ids of the wanted keys, by the tracks they are for
 * @param systems of digital rights management that are to know them
 */
public record KeyRequest(
    URI server,
    String contentId,
    Protection.Scheme scheme,
    Map<Protection.Tracks, UUID> keys,
    List<UUID> systems) {

  public KeyRequest {
    keys = Map.copyOf(keys);
    systems = List.copyOf(systems);
  }
}
