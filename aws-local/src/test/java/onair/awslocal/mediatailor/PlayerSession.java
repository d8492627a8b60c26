package onair.awslocal.mediatailor;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A player's view of its playlists. */
record PlayerSession(Tailor tailor, List<String> playlists) {

  static PlayerSession start(Tailor tailor, String master) throws Exception {
    HttpResponse<String> answer = tailor.get(master);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    List<String> playlists = new ArrayList<>();
    for (String line : answer.body().lines().toList()) {
      String relative =
          line.startsWith("#EXT-X-MEDIA:") ? line.replaceFirst(".*URI=\"([^\"]+)\".*", "$1") : line;
      if (!relative.startsWith("#")) {
        playlists.add(URI.create(master).resolve(relative).toString());
      }
    }
    return new PlayerSession(tailor, playlists);
  }

  String id() {
    String[] path = URI.create(playlists.getFirst()).getPath().split("/");
    return path[path.length - 2];
  }

  String text(int playlist) throws Exception {
    HttpResponse<String> answer = tailor.get(playlists.get(playlist));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Absolute addresses. */
  List<String> segments(int playlist) throws Exception {
    URI base = URI.create(playlists.get(playlist));
    return text(playlist)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> base.resolve(line).toString())
        .toList();
  }

  static boolean isAd(String segment) {
    return segment.contains("/v1/segment/");
  }
}
