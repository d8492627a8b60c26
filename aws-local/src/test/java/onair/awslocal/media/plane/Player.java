package onair.awslocal.media.plane;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onair.awslocal.media.encoder.Ffmpeg;

/** Reads manifests, and decodes what they lead to. */
final class Player {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int PATIENCE = 40;

  private final Ffmpeg ffmpeg;
  private final String base;

  Player(Ffmpeg ffmpeg, String base) {
    this.ffmpeg = ffmpeg;
    this.base = base;
  }

  HttpResponse<String> get(String file) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + file)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A file that has to be there. */
  byte[] bytes(String file) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + file)).build();
      HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new AssertionError("%s is answered %d".formatted(file, response.statusCode()));
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the manifest is there and mentions this. */
  boolean shows(String file, String text) {
    HttpResponse<String> response = get(file);
    return response.statusCode() == 200 && response.body().contains(text);
  }

  /**
   * Decodes one stream of an HLS playlist from its oldest segment.
   *
   * @return how many pictures, or packets of 1,024 samples, came out of this many seconds
   */
  long decodeHls(String file, String stream, int seconds) throws Exception {
    return decode(file, stream, seconds, List.of("-live_start_index", "0"));
  }

  /** Decodes one stream of a DASH manifest; see {@link #decodeHls}. */
  long decodeDash(String file, String stream, int seconds) throws Exception {
    return decode(file, stream, seconds, List.of());
  }

  private long decode(String file, String stream, int seconds, List<String> options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toString(), "-nostdin"));
    command.addAll(List.of("-hide_banner", "-loglevel", "error", "-xerror"));
    command.addAll(options);
    command.addAll(List.of("-i", base + file, "-map", stream, "-t", Integer.toString(seconds)));
    command.addAll(List.of("-f", "framecrc", "-"));
    Path frames = Files.createTempFile("frames", ".crc");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(frames.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("decoding %s of %s failed".formatted(stream, file));
      }
      try (Stream<String> lines = Files.lines(frames)) {
        return lines.filter(line -> !line.startsWith("#")).count();
      }
    } finally {
      process.destroyForcibly();
      Files.delete(frames);
    }
  }
}
