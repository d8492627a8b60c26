package onair.ads.beacon;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import onair.common.security.AnyCaller;
import onair.common.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes beacons. An answer of 204 promises that it is counted, once, whatever happens next. */
@RestController
@RequestMapping("/ads/events")
@Hidden
class BeaconController {

  private static final Pattern ERROR_CODE = Pattern.compile("[1-9]\\d{2}");

  private final BeaconAddresses addresses;
  private final BeaconStore beacons;
  private final InstantSource clock;

  BeaconController(BeaconAddresses addresses, BeaconStore beacons, InstantSource clock) {
    this.addresses = addresses;
    this.beacons = beacons;
    this.clock = clock;
  }

  /**
   * @param text the impression; with its signature it says all there is to count
   * @param code why an ad could not be shown, in VAST's numbers; anything else is no code
   */
  @GetMapping("/{event}")
  @AnyCaller // the address itself is signed
  ResponseEntity<Void> beacon(
      HttpMethod method,
      @PathVariable("event") String word,
      @RequestParam(name = "i", defaultValue = "") String text,
      @RequestParam(name = "sig", defaultValue = "") String signature,
      @RequestParam(name = "code", defaultValue = "") String code) {
    BeaconEvent event = BeaconEvent.find(word).orElseThrow(() -> BeaconProblems.unknownEvent(word));
    Impression impression =
        addresses.read(event, text, signature).orElseThrow(BeaconProblems::notSigned);
    Instant now = clock.instant();
    if (!impression.expiresAt().isAfter(now)) {
      throw BeaconProblems.expired();
    }
    if (method.equals(HttpMethod.GET)) { // a HEAD only asks whether the address is good
      Integer error = event == BeaconEvent.ERROR ? errorCode(code) : null;
      Tenancy.runAs(
          impression.organizationId(), () -> beacons.count(event, impression, error, now));
    }
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  private static @Nullable Integer errorCode(String code) {
    return ERROR_CODE.matcher(code).matches() ? Integer.valueOf(code) : null;
  }
}
