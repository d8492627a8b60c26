package onair.delivery.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shared distribution as we last saw it.
 *
 * @param physicalId CloudFront's id; null while there is none
 * @param domainName null while there is none
 * @param served origins that every edge serves
 * @param reason why it is not deployed, for people
 */
record Distribution(
    String id,
    Status status,
    @Nullable String physicalId,
    @Nullable String domainName,
    Set<String> served,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

  /** How far it is. */
  enum Status {
    /** No origin has announced itself, so there is nothing to serve yet. */
    @JsonProperty("waiting_for_origin")
    WAITING_FOR_ORIGIN,
    /** Being made. */
    @JsonProperty("creating")
    CREATING,
    /** There, and some edges do not have its latest version yet. */
    @JsonProperty("deploying")
    DEPLOYING,
    /** Every edge has its latest version. */
    @JsonProperty("deployed")
    DEPLOYED,
    /** Being taken down. */
    @JsonProperty("removing")
    REMOVING,
    /** Taken down. */
    @JsonProperty("removed")
    REMOVED
  }
}
