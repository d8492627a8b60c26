package onair.awslocal.mediatailor.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import onair.awslocal.mediatailor.hls.MalformedPlaylist;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MultivariantPlaylist;
import onair.awslocal.mediatailor.http.FetchFailed;
import onair.awslocal.mediatailor.http.Fetcher;

/** Gets playlists from the content origin, which is the CDN more often than not. */
final class Content {

  /** AWS waits 2 s; a machine that encodes beside serving needs longer at times. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** MediaTailor's limit of a manifest. */
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final Fetcher fetcher;
  private final Counting counting;

  Content(Fetcher fetcher, Counting counting) {
    this.fetcher = fetcher;
    this.counting = counting;
  }

  MultivariantPlaylist multivariant(String address) throws ContentFailed {
    String text = text(address);
    try {
      return MultivariantPlaylist.parse(text, URI.create(address));
    } catch (MalformedPlaylist e) {
      throw malformed(e);
    }
  }

  MediaPlaylist media(URI address) throws ContentFailed {
    String text = text(address.toString());
    try {
      return MediaPlaylist.parse(text, address);
    } catch (MalformedPlaylist e) {
      throw malformed(e);
    }
  }

  private String text(String address) throws ContentFailed {
    try {
      return new String(
          fetcher.get(address, Map.of(), PATIENCE, MAX_BYTES), StandardCharsets.UTF_8);
    } catch (FetchFailed e) {
      counting.add("Origin.Errors", 1);
      int status =
          switch (e.reason()) {
            case STATUS -> e.status() >= 400 && e.status() < 500 ? e.status() : BAD_GATEWAY;
            case TIMEOUT -> GATEWAY_TIMEOUT;
            case TOO_LARGE, UNREACHABLE, ADDRESS -> BAD_GATEWAY;
          };
      throw new ContentFailed(status, "The content origin: " + e.getMessage());
    }
  }

  private ContentFailed malformed(MalformedPlaylist e) {
    counting.add("Origin.Errors", 1);
    return new ContentFailed(BAD_GATEWAY, "The content origin sent no playlist: " + e.getMessage());
  }
}
