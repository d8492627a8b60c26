package onair.awslocal.speke;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onair.awslocal.media.Protection;

/**
 * What is asked of a key server.
 *
 * @param version of the exchange
 * @param server where it is asked
 * @param contentId what the keys are for
 * @param keys ids of the wanted keys, by the tracks they are for
 * @param systems of digital rights management that are to know them
 */
public record KeyRequest(
    Version version,
    URI server,
    String contentId,
    Protection.Scheme scheme,
    Map<Protection.Tracks, UUID> keys,
    List<UUID> systems) {

  /** Of SPEKE. */
  public enum Version {
    /** One key for everything; documents of CPIX 2.0. */
    SPEKE_1("1.0"),
    /** Keys for pictures and for sound; documents of CPIX 2.3. */
    SPEKE_2("2.0");

    private final String header;

    Version(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  public KeyRequest {
    keys = Map.copyOf(keys);
    systems = List.copyOf(systems);
  }
}
