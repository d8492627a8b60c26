package onair.awslocal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Somebody who watches through the CDN with a real player.
 *
 * @param base of the stream's files, ends with a slash
 */
record Viewer(URI base) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  int status(String file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(file)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  String text(String file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(file)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /**
   * What a player decodes from two seconds of the stream.
   *
   * @param stream such as {@code 0:v:0}
   * @return pictures, or packets of sound
   */
  long decoded(String file, String stream) throws IOException {
    Process player =
        new ProcessBuilder(
                ("ffmpeg -nostdin -hide_banner -loglevel error -i %s -map %s -t 2 -f framecrc -"
                        .formatted(base.resolve(file), stream))
                    .split(" "))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = player.inputReader()) {
      return lines.lines().filter(line -> !line.startsWith("#")).count();
    } finally {
      player.destroyForcibly();
    }
  }
}
