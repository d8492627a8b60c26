package onair.delivery.distribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distribution as operators see it. */
@Schema(name = "Distribution", description = "A CDN distribution that channels share")
record DistributionResponse(
    @Schema(example = "distribution:default") String id,
    @Schema(example = "distribution") String object,
    @Schema(description = "How far it is") Distribution.Status status,
    @Schema(
            description = "Why it is not deployed",
            example = "CloudFront is deploying it",
            nullable = true)
        @Nullable String reason,
    @Schema(description = "Id in CloudFront", example = "E2QWRUHAPOMQZL", nullable = true)
        @Nullable String physicalId,
    @Schema(example = "d111111abcdef8.cloudfront.net", nullable = true) @Nullable String domainName,
    @Schema(description = "Origins that every edge serves", example = "[\"onair-local\"]")
        List<String> origins,
    @Schema(example = "2026-11-22T10:00:00Z") Instant createdAt,
    @Schema(example = "2026-11-22T10:04:10Z") Instant updatedAt) {

  static DistributionResponse of(Distribution distribution) {
    return new DistributionResponse(
        distribution.id(),
        "distribution",
        distribution.status(),
        distribution.reason(),
        distribution.physicalId(),
        distribution.domainName(),
        distribution.served().stream().sorted().toList(),
        distribution.createdAt(),
        distribution.updatedAt());
  }
}
