package onair.awslocal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;
import onair.awslocal.media.LiveSource;
import onair.awslocal.media.MediaFaults;
import onair.awslocal.medialive.LocalMediaLive;
import org.jspecify.annotations.Nullable;

/** Broken media at the control door, by the ids that MediaLive gave. */
record MediaEndpoints(LocalMediaLive mediaLive, MediaFaults media) {

  private static final long MOST_SECONDS = 3600;

  /**
   * How long an input is disconnected.
   *
   * @param seconds by the system's time
   */
  record Disconnect(@Nullable Long seconds) {}

  /**
   * Which process is killed.
   *
   * @param pipeline 0 or 1; null for 0
   * @param seconds how long it is kept dead by the system's time; null for not at all
   */
  record Kill(@Nullable Integer pipeline, @Nullable Long seconds) {}

  List<Endpoint> all() {
    return List.of(
        new Endpoint(
            "POST",
            "/media/channels/{id}/kill-encoder",
            "kills the process that encodes a MediaLive channel, of {\"pipeline\"} 0 or 1, and keeps it"
                + " dead for {\"seconds\"}",
            this::kill),
        new Endpoint(
            "POST",
            "/media/inputs/{id}/disconnect",
            "disconnects a MediaLive input and keeps it so for {\"seconds\"}",
            this::disconnect));
  }

  private ControlAnswer kill(ControlRequest request) {
    String id = request.path("id");
    if (!mediaLive.hasChannel(id)) {
      throw ControlRefused.notFound("There is no channel " + id);
    }
    Kill kill = request.body(Kill.class);
    int pipeline = kill.pipeline() == null ? 0 : kill.pipeline();
    if (pipeline != 0 && pipeline != 1) {
      throw ControlRefused.invalid("pipeline must be 0 or 1");
    }
    long seconds = kill.seconds() == null ? 0 : kill.seconds();
    if (seconds < 0 || seconds > MOST_SECONDS) {
      throw ControlRefused.invalid("seconds must be from 0 to " + MOST_SECONDS);
    }
    if (!media.killEncoder(id, pipeline, Duration.ofSeconds(seconds))) {
      throw new ControlRefused(
          409,
          "NotEncoding",
          "Nothing encodes the channel %s in pipeline %d now".formatted(id, pipeline));
    }
    return ControlAnswer.done();
  }

  private ControlAnswer disconnect(ControlRequest request) {
    String id = request.path("id");
    Long seconds = request.body(Disconnect.class).seconds();
    if (seconds == null || seconds < 0 || seconds > MOST_SECONDS) {
      throw ControlRefused.invalid("seconds must be from 0 to " + MOST_SECONDS);
    }
    List<LiveSource> sources =
        mediaLive.sources(id).orElseThrow(() -> ControlRefused.notFound("There is no input " + id));
    long interrupted =
        sources.stream()
            .filter(source -> media.interrupt(source, Duration.ofSeconds(seconds)))
            .count();
    if (interrupted == 0) {
      throw new ControlRefused(409, "NothingArrives", "Nothing can arrive at the input " + id);
    }
    return ControlAnswer.ok(Map.of("sources", interrupted));
  }
}
