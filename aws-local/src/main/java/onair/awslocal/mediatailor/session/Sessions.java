package onair.awslocal.mediatailor.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.mediatailor.creative.Creatives;
import onair.awslocal.mediatailor.creative.Headers;
import onair.awslocal.mediatailor.creative.LadderReader;
import onair.awslocal.mediatailor.http.Fetcher;
import onair.awslocal.mediatailor.vast.AdServer;
import onair.awslocal.metrics.Metrics;

/**
 * All sessions, in memory only: after a restart players begin anew. One that nobody asks for
 * anything is forgotten after a while.
 */
public final class Sessions implements AutoCloseable {

  private static final Duration FORGOTTEN = Duration.ofMinutes(10);
  private static final int MOST = 20_000;

  /** What sessions work with. */
  record Services(
      Fetcher fetcher,
      AdServer adServer,
      Creatives creatives,
      Headers headers,
      LadderReader ladders,
      Beacons beacons,
      Metrics metrics,
      Executor threads) {}

  private final Fetcher fetcher = new Fetcher();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Creatives creatives;
  private final Beacons beacons;
  private final Services services;
  private final Cache<String, Session> sessions =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

  /**
   * @param folder of its own, for transcoded ads
   */
  public Sessions(Path folder, Transcoder transcoder, Lifecycle lifecycle, Metrics metrics) {
    this.creatives = new Creatives(folder, fetcher, transcoder, lifecycle::now);
    this.beacons = new Beacons(fetcher, lifecycle);
    Headers headers = new Headers(fetcher);
    this.services =
        new Services(
            fetcher,
            new AdServer(fetcher),
            creatives,
            headers,
            new LadderReader(headers),
            beacons,
            metrics,
            threads);
  }

  /**
   * A new session; nothing is asked for yet.
   *
   * @param address of the content's multivariant playlist
   */
  public Session create(SessionSettings settings, Viewer viewer, String address) {
    Session session =
        new Session(UUID.randomUUID().toString(), settings, viewer, address, services);
    sessions.put(session.id(), session);
    return session;
  }

  /** Empty when there is none of that id, or none any more. */
  public Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.getIfPresent(id));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    beacons.close();
    creatives.close();
    fetcher.close();
  }
}
