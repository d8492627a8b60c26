package onair.account.limit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leases permits to gateways. */
@Hidden
@RestController
@RequiresScope(Caller.INTERNAL)
final class LeaseController {

  private final Buckets buckets;
  private final LimitProperties properties;

  LeaseController(Buckets buckets, LimitProperties properties) {
    this.buckets = buckets;
    this.properties = properties;
  }

  @PostMapping("/internal/limits/lease")
  Granted lease(@RequestBody Wanted wanted) {
    Rate rate = properties.of(wanted.kind());
    if (rate.isUnlimited()) {
      return new Granted(wanted.waiting(), 0, 0, 0, 0);
    }
    Lease lease = buckets.lease(wanted.kind().bucket(wanted.id()), rate, wanted.waiting());
    return new Granted(
        lease.granted(),
        (int) lease.level(),
        rate.permits(),
        rate.within().toSeconds(),
        rate.untilOne(lease.level()).toMillis());
  }

  /**
   * @param waiting requests that wait for a permit now
   */
  record Wanted(
      @NotNull Kind kind,
      @NotBlank @Size(max = 200) String id,
      @Min(1) @Max(100_000) int waiting) {}

  /**
   * @param granted permits the gateway may give out whenever it likes; 0 = refuse
   * @param remaining what is left for all
   * @param quota permits of a full bucket; 0 = not limited
   * @param windowSeconds how long an empty one takes to fill
   * @param retryAfterMs until there is one permit again; 0 when there is one now
   */
  record Granted(int granted, int remaining, int quota, long windowSeconds, long retryAfterMs) {}
}
