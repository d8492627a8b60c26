package onair.channel.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import onair.channel.health.EncoderMetrics.Pipeline;
import onair.channel.health.Finding.Code;
import onair.channel.parts.EncoderAlerts;

/**
 * Says what is wrong with what comes in; pure. A broadcast is too slow when less than {@link
 * #REAL_TIME} of the pictures come in that came in before, or when MediaLive has to fill in: of how
 * many there should be AWS tells nothing.
 */
final class Findings {

  /** Ten seconds hold a picture more or less, and a sender may hesitate. */
  private static final double REAL_TIME = 0.9;

  private static final String FASTER =
      "Lower the bitrate or the resolution in the broadcaster's software, see that its computer is"
          + " not overloaded, and use a cable instead of a wireless network.";

  private Findings() {}

  static List<Finding> of(EncoderAlerts alerts, List<Pipeline> pipelines) {
    List<Finding> findings = new ArrayList<>();
    if (alerts.missesInput()) {
      findings.add(
          new Finding(
              Code.NO_INPUT,
              "No picture comes in.",
              "See that the broadcaster is connected with the channel's key and sends video."));
    } else {
      pipelines.stream()
          .map(Findings::slow)
          .flatMap(List::stream)
          .findFirst()
          .ifPresent(findings::add);
    }
    pipelines.stream()
        .map(Findings::drops)
        .flatMap(List::stream)
        .findFirst()
        .ifPresent(findings::add);
    alerts
        .others()
        .forEach(
            alert ->
                findings.add(
                    new Finding(
                        Code.ALERT,
                        "MediaLive warns: " + alert,
                        "Do what the warning says; explain tells what follows from it.")));
    return findings;
  }

  private static List<Finding> slow(Pipeline pipeline) {
    if (pipeline.windows().isEmpty()) {
      return List.of();
    }
    Window last = pipeline.windows().getLast();
    OptionalDouble now = last.of(Measure.FRAME_RATE);
    double before =
        pipeline.windows().stream()
            .mapToDouble(window -> window.of(Measure.FRAME_RATE).orElse(0))
            .max()
            .orElse(0);
    if (now.isPresent() && now.getAsDouble() < before * REAL_TIME) {
      return List.of(
          new Finding(
              Code.BELOW_REAL_TIME,
              String.format(
                  Locale.ROOT,
                  "Pictures come in too slowly: %.1f a second, and %.1f before.",
                  now.getAsDouble(),
                  before),
              FASTER));
    }
    return last.isAbove(Measure.FILLED_MILLISECONDS, 0)
        ? List.of(
            new Finding(
                Code.BELOW_REAL_TIME, "The broadcast has gaps, which MediaLive fills.", FASTER))
        : List.of();
  }

  private static List<Finding> drops(Pipeline pipeline) {
    return pipeline.windows().isEmpty()
            || !pipeline.windows().getLast().isAbove(Measure.DROPPED_FRAMES, 0)
        ? List.of()
        : List.of(
            new Finding(
                Code.DROPPED_FRAMES,
                "MediaLive leaves out pictures: it cannot keep up with what comes in.",
                "Send fewer pictures a second or a lower resolution, or take a smaller ladder."));
  }
}
