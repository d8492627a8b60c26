package onair.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a resource. Its JSON, in snake_case, is the detail of the EventBridge
 * event.
 *
 * @param id {@code evt_…}; consumers take an event once by it
 * @param type {@code <resource>[.<child>].<state or past tense>}, for example {@code channel.live}
 * @param organizationId whose resource it is; empty for what all organizations share
 * @param resource what it happened to
 * @param data what a consumer needs to know without asking back; written as JSON, never a secret
 * @param createdAt when it happened
 */
public record DomainEvent(
    String id,
    String type,
    @JsonProperty("organization_id") String organizationId,
    Resource resource,
    Map<String, Object> data,
    @JsonProperty("created_at") Instant createdAt) {

  /**
   * @param object kind of resource, for example {@code channel}
   * @param id the resource's id; events of one id are relayed in the order they were published
   * @param version grows with each event of the resource; consumers keep the highest
   */
  public record Resource(String object, String id, long version) {}
}
