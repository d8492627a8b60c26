package onair.account.event;

import java.time.Instant;

/**
 * An event of the log.
 *
 * @param sequence 1 for the organization's first, without gaps
 * @param id {@code evt_…}
 * @param createdAt when it happened
 * @param data JSON object of the public fields
 */
public record LoggedEvent(
    String organizationId,
    long sequence,
    String id,
    String type,
    Instant createdAt,
    Resource resource,
    String data) {

  /**
   * What it happened to.
   *
   * @param version grows with each change of the resource
   */
  public record Resource(String object, String id, long version) {}
}
