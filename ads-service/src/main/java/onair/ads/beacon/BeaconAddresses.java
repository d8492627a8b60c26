package onair.ads.beacon;

import java.time.Instant;
import java.util.Optional;
import onair.ads.signature.Signatures;

/**
 * The addresses of beacons: {@code <public>/ads/events/<event>?i=<impression>&sig=<signature>}. The
 * impression is readable and signed together with the event; nothing has to be looked up to believe
 * it.
 */
public final class BeaconAddresses {

  private static final String PURPOSE = "beacon/";

  /**
   * Needs no escape, and neither does anything else in an address: what is escaped beside the
   * brackets of {@link #ERROR_CODE} the gateway would escape once more.
   */
  private static final String SEPARATOR = "~";

  private static final int FIELDS = 6;
  private static final int FIELDS_IN_A_BREAK = FIELDS + 1;

  /** VAST's macro; what players put there cannot be signed. Source: VAST 4.2, section 6. */
  private static final String ERROR_CODE = "&code=[ERRORCODE]";

  private final String base;
  private final Signatures signatures;

  /**
   * @param publicAddress where the world reaches us, without a slash at the end
   */
  public BeaconAddresses(String publicAddress, Signatures signatures) {
    this.base = publicAddress + "/ads/events/";
    this.signatures = signatures;
  }

  /** Where to tell that this happened. */
  public String of(BeaconEvent event, Impression impression) {
    String text = text(impression);
    return base
        + event.word()
        + "?i="
        + text
        + "&sig="
        + signatures.sign(PURPOSE + event.word(), text)
        + (event == BeaconEvent.ERROR ? ERROR_CODE : "");
  }

  /** The impression an address names; empty when we did not sign it for that event. */
  Optional<Impression> read(BeaconEvent event, String text, String signature) {
    if (!signatures.verify(PURPOSE + event.word(), text, signature)) {
      return Optional.empty();
    }
    String[] fields = text.split(SEPARATOR, -1);
    if (fields.length != FIELDS && fields.length != FIELDS_IN_A_BREAK) {
      return Optional.empty();
    }
    return Optional.of(
        new Impression(
            fields[0],
            fields[1],
            fields[2],
            fields[3],
            fields[4],
            fields.length == FIELDS ? null : Long.valueOf(fields[FIELDS]),
            Instant.ofEpochSecond(Long.parseLong(fields[5]))));
  }

  private static String text(Impression impression) {
    String text =
        String.join(
            SEPARATOR,
            impression.id(),
            impression.organizationId(),
            impression.campaignId(),
            impression.creativeId(),
            impression.playbackId(),
            Long.toString(impression.expiresAt().getEpochSecond()));
    Long splice = impression.spliceEventId();
    return splice == null ? text : text + SEPARATOR + splice;
  }
}
