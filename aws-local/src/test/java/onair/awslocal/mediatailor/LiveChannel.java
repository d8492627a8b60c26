package onair.awslocal.mediatailor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.CmafTrack;
import onair.awslocal.mediatailor.http.WebServer;

/** Plays a set of segments as a live channel: a window that slides as far as a test lets it. */
final class LiveChannel implements WebServer.Answer {

  private final Path folder;
  private final CmafSet set;
  private final int window;
  private final Map<Integer, String> markers = new TreeMap<>();
  private volatile int revealed;

  /**
   * @param window segments that are listed
   */
  LiveChannel(Path folder, CmafSet set, int window) {
    this.folder = folder;
    this.set = set;
    this.window = window;
  }

  /** Tags before a segment, in all renditions. */
  LiveChannel mark(int segment, String tags) {
    markers.put(segment, tags);
    return this;
  }

  int segments() {
    return set.tracks().getFirst().segments().size();
  }

  /** How many segments there were so far. When it is all, the channel has ended. */
  LiveChannel reveal(int count) {
    revealed = Math.min(count, segments());
    return this;
  }

  /** One more segment each second until the end. */
  Thread play(int from) {
    reveal(from);
    return Thread.ofVirtual()
        .start(
            () -> {
              long began = System.nanoTime();
              while (revealed < segments()) {
                LockSupport.parkNanos(50_000_000);
                reveal(from + (int) ((System.nanoTime() - began) / 1_000_000_000L));
              }
            });
  }

  @Override
  public void to(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    for (CmafTrack track : set.tracks()) {
      if (track.playlist().equals(file)) {
        WebServer.send(exchange, 200, Tailor.bytes(playlist(track)));
        return;
      }
    }
    Path found = folder.resolve(file);
    if (Files.isRegularFile(found)) {
      WebServer.send(exchange, 200, Files.readAllBytes(found));
    } else {
      WebServer.send(exchange, 404, new byte[0]);
    }
  }

  private String playlist(CmafTrack track) {
    int end = revealed;
    int start = Math.max(0, end - window);
    List<String> lines = new ArrayList<>();
    lines.add("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:1");
    lines.add("#EXT-X-MEDIA-SEQUENCE:" + start);
    lines.add("#EXT-X-MAP:URI=\"%s\"".formatted(track.init()));
    for (int i = start; i < end; i++) {
      CmafTrack.Segment segment = track.segments().get(i);
      if (markers.containsKey(i)) {
        lines.add(markers.get(i));
      }
      lines.add(
          String.format(
              Locale.ROOT, "#EXTINF:%.6f,", (double) segment.duration() / track.timescale()));
      lines.add(segment.file());
    }
    if (end == segments()) {
      lines.add("#EXT-X-ENDLIST");
    }
    return String.join("\n", lines) + "\n";
  }
}
