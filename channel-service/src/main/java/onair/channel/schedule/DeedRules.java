package onair.channel.schedule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.common.outgoing.TargetCheck;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What goes together in a request, and what it asks of a broadcast. */
final class DeedRules {

  private static final String IMAGE = "overlay.image_url";
  private static final String BASE64 = "id3.base64";

  private static final int HEADER = 10;

  private final TargetCheck targets;

  DeedRules(TargetCheck targets) {
    this.targets = targets;
  }

  /**
   * What of a request does not depend on the channel. Asks a name server about pictures.
   *
   * @throws Problem 422 with all that is wrong
   */
  void requireReadable(ActionRequest request) {
    Problem problem = Problems.validationFailed();
    together(request, "id3", Deed.ID3, request.id3(), problem);
    together(request, "overlay", Deed.OVERLAY, request.overlay(), problem);
    together(request, "input_switch", Deed.INPUT_SWITCH, request.inputSwitch(), problem);
    if (request.durationSeconds() != null
        && !Set.of(Deed.OVERLAY, Deed.PAUSE).contains(request.kind())) {
      problem.violation(
          "duration_seconds", "unexpected", "goes with kind overlay and pause; leave it out");
    }
    if (request.id3() != null) {
      requireTag(request.id3(), problem);
    }
    if (request.overlay() != null) {
      PictureRules.violation(targets, IMAGE, request.overlay().imageUrl())
          .ifPresent(problem::violation);
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
  }

  private static void together(
      ActionRequest request, String field, String kind, @Nullable Object given, Problem problem) {
    if (request.kind().equals(kind) && given == null) {
      problem.violation(field, "required", "is what an action of kind %s does".formatted(kind));
    }
    if (!request.kind().equals(kind) && given != null) {
      problem.violation(field, "unexpected", "goes with kind %s; leave it out".formatted(kind));
    }
  }

  private static void requireTag(ActionRequest.Id3 id3, Problem problem) {
    if ((id3.text() == null) == (id3.base64() == null)) {
      problem.violation("id3", "required", "needs either text or base64");
    } else if (id3.text() != null && id3.text().isBlank()) {
      problem.violation("id3.text", "required", "must not be blank");
    } else if (id3.base64() != null && decoded(id3.base64()).filter(DeedRules::isTag).isEmpty()) {
      problem.violation(BASE64, "format", "must be a whole ID3v2 tag in Base64");
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Its header says how long it is. Source: ID3v2.4, 3.1. */
  private static boolean isTag(byte[] bytes) {
    if (bytes.length <= HEADER
        || !new String(bytes, 0, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
      return false;
    }
    int size = 0;
    for (int i = 6; i < HEADER; i++) {
      if (bytes[i] < 0) {
        return false;
      }
      size = size << 7 | bytes[i];
    }
    return bytes.length == HEADER + size;
  }

  /**
   * What it does to that broadcast; pure.
   *
   * @throws Problem 409 when the broadcast cannot have it, 422 when it has no such input
   */
  Deed deed(ActionRequest request, Broadcast broadcast) {
    return switch (request.kind()) {
      case Deed.ID3 -> id3(Objects.requireNonNull(request.id3()), broadcast);
      case Deed.OVERLAY -> Objects.requireNonNull(request.overlay()).deed();
      case Deed.INPUT_SWITCH -> input(Objects.requireNonNull(request.inputSwitch()), broadcast);
      default -> new Deed.Pause(broadcast.pipelines());
    };
  }

  private static Deed id3(ActionRequest.Id3 id3, Broadcast broadcast) {
    if (!broadcast.metadata()) {
      throw ActionProblems.noMetadata();
    }
    String base64 = id3.base64() == null ? Id3Tag.ofText(String.valueOf(id3.text())) : id3.base64();
    return new Deed.Id3(base64, broadcast.packaged());
  }

  private static Deed input(ActionRequest.InputSwitch wanted, Broadcast broadcast) {
    if (broadcast.inputs().size() < 2) {
      throw ActionProblems.oneInput();
    }
    if (!broadcast.inputs().contains(wanted.input())) {
      throw Problems.validationFailed()
          .violation(
              "input_switch.input",
              "unknown_value",
              "must be one of: " + String.join(", ", broadcast.inputs()));
    }
    return new Deed.SwitchInput(wanted.input());
  }
}
