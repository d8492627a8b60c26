package onair.ads.decision;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.ads.adbreak.Decision;
import onair.ads.adbreak.Decision.Ad;
import onair.ads.adbreak.DecisionTally;
import onair.ads.placement.DecisionAddresses;
import onair.ads.placement.DecisionAddresses.Question;
import onair.ads.placement.Spots.Spot;
import onair.common.problem.Problem;
import onair.common.security.AnyCaller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ad decision server, asked by MediaTailor for each viewer. When there is nothing to show it
 * answers with a document without ads, never with an error.
 */
@RestController
@RequestMapping("/ads")
@Hidden
class DecisionController {

  private static final MediaType XML =
      new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
  private static final String PRE_ROLL = "pre-roll";

  private final DecisionAddresses addresses;
  private final AdServer server;
  private final DecisionTally tally;
  private final VastDocument vast;
  private final VmapDocument vmap;

  DecisionController(
      DecisionAddresses addresses, AdServer server, DecisionTally tally, VastDocument vast) {
    this.addresses = addresses;
    this.server = server;
    this.tally = tally;
    this.vast = vast;
    this.vmap = new VmapDocument(vast);
  }

  /** The ads of one break of a live channel. */
  @GetMapping("/vast")
  @AnyCaller // the address itself is signed
  ResponseEntity<byte[]> vast(
      @RequestParam(name = "c", defaultValue = "") String playbackId,
      @RequestParam(name = "sig", defaultValue = "") String signature,
      @RequestParam(name = "d", defaultValue = "") String duration,
      @RequestParam(name = "s", defaultValue = "") String session,
      @RequestParam(name = "e", defaultValue = "") String event) {
    requireSigned(Question.VAST, playbackId, signature);
    Asked asked = Asked.of(duration, session, event);
    Optional<Spot> spot = server.spot(playbackId);
    if (spot.isEmpty()) {
      return xml(vast.of(List.of()));
    }
    List<Slot> pod = server.decide(playbackId, spot.get(), asked);
    Long splice = asked.spliceEventId();
    if (splice != null) {
      tally.decided(spot.get().organizationId(), playbackId, splice, decision(asked, pod));
    }
    return xml(vast.of(pod));
  }

  /** The ads before a film. MediaTailor knows no break yet, so only the session counts. */
  @GetMapping("/vmap")
  @AnyCaller // the address itself is signed
  ResponseEntity<byte[]> vmap(
      @RequestParam(name = "c", defaultValue = "") String playbackId,
      @RequestParam(name = "sig", defaultValue = "") String signature,
      @RequestParam(name = "s", defaultValue = "") String session) {
    requireSigned(Question.VMAP, playbackId, signature);
    Optional<Spot> spot = server.spot(playbackId);
    Duration room = spot.map(Spot::preRoll).orElse(null);
    if (spot.isEmpty() || room == null) {
      return xml(vmap.preRoll(List.of()));
    }
    Asked asked = Asked.of(Long.toString(room.toSeconds()), session, PRE_ROLL);
    return xml(vmap.preRoll(server.decide(playbackId, spot.get(), asked)));
  }

  private void requireSigned(Question question, String playbackId, String signature) {
    if (!addresses.verify(question, playbackId, signature)) {
      throw Problem.of(403, "signature_invalid", "The address was not signed by us");
    }
  }

  private static Decision decision(Asked asked, List<Slot> pod) {
    return new Decision(
        asked.viewer(),
        asked.room(),
        pod.stream()
            .map(Slot::ad)
            .map(ad -> new Ad(ad.campaignId(), ad.creativeId(), ad.film().duration()))
            .toList());
  }

  private static ResponseEntity<byte[]> xml(String document) {
    return ResponseEntity.ok()
        .contentType(XML)
        .cacheControl(CacheControl.noStore())
        .body(document.getBytes(StandardCharsets.UTF_8));
  }
}
