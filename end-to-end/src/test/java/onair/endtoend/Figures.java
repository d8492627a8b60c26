package onair.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the run measured, printed beside the goal. Nothing asserts on it: a busy machine is no bug.
 */
final class Figures {
  private static final Pattern SEQUENCE = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d+)");
  private static final Pattern DURATION = Pattern.compile("#EXTINF:([0-9.]+)");
  private static final Pattern VARIANT = Pattern.compile("(?m)^(?!#)(\\S+)$");
  private static final Map<String, String> GOALS =
      Map.of(
          "Start of everything", "45 s",
          "POST to first playable manifest", "15 s",
          "Memory without the encoder", "3072 MiB",
          "Media seconds made per second", "1.0");

  private final OnAir onAir;
  private final Map<String, String> lines = new LinkedHashMap<>();

  Figures(OnAir onAir) {
    this.onAir = onAir;
    measured("Start of everything", onAir.startTook());
  }

  void measured(String what, Duration took) {
    lines.put(what, "%.1f s".formatted(took.toMillis() / 1000.0));
  }

  void memory() {
    Map<String, Long> resident = onAir.platform().residentMemory();
    long total = resident.values().stream().mapToLong(Long::longValue).sum();
    lines.put("Memory without the encoder", mebibytes(total) + " MiB");
    resident.forEach((name, bytes) -> lines.put("  " + name, mebibytes(bytes) + " MiB"));
  }

  /**
   * How much media the newest ten seconds or more of playlist hold for the time they took to
   * appear: 1.0 is real time.
   */
  void keepsRealTime(String hlsUrl) throws IOException, InterruptedException {
    URI master = URI.create(hlsUrl);
    Matcher variant = VARIANT.matcher(text(master));
    if (!variant.find()) {
      throw new IllegalStateException("No variant in " + hlsUrl);
    }
    URI media = master.resolve(variant.group(1));
    long first = awaitNextSegment(media, newestSegment(media));
    Instant begun = Instant.now();
    long last = first;
    while (Duration.between(begun, Instant.now()).toSeconds() < 12) {
      last = awaitNextSegment(media, last);
    }
    double wall = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    lines.put(
        "Media seconds made per second",
        "%.2f".formatted((last - first) * segmentSeconds(media) / wall));
  }

  void print() {
    System.out.println();
    System.out.println("Figures of this run (goal in brackets)");
    lines.forEach(
        (what, value) ->
            System.out.printf(
                "  %-34s %-12s %s%n",
                what, value, GOALS.containsKey(what) ? "(" + GOALS.get(what) + ")" : ""));
    System.out.println();
  }

  private static long awaitNextSegment(URI playlist, long known)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (true) {
      long newest = newestSegment(playlist);
      if (newest > known) {
        return newest;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("No new segment within 20 s in " + playlist);
      }
      Thread.sleep(50);
    }
  }

  private static long newestSegment(URI playlist) throws IOException, InterruptedException {
    String text = text(playlist);
    Matcher sequence = SEQUENCE.matcher(text);
    return (sequence.find() ? Long.parseLong(sequence.group(1)) : 0)
        + DURATION.matcher(text).results().count();
  }

  private static double segmentSeconds(URI playlist) throws IOException, InterruptedException {
    return DURATION
        .matcher(text(playlist))
        .results()
        .mapToDouble(result -> Double.parseDouble(result.group(1)))
        .average()
        .orElseThrow();
  }

  private static String text(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static long mebibytes(long bytes) {
    return bytes / (1024 * 1024);
  }
}
