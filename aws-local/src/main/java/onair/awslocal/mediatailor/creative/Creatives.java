package onair.awslocal.mediatailor.creative;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.MediaProbe;
import onair.awslocal.media.transcode.TranscodeFailed;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.mediatailor.http.FetchFailed;
import onair.awslocal.mediatailor.http.Fetcher;
import onair.awslocal.resource.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ads and slates by address and ladder. Asking for one that is not there begins to make it and
 * returns at once. What is ready is kept on disk and found again by a later process. Safe for any
 * number of threads.
 */
public final class Creatives implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Creatives.class);

  private static final Duration FETCH = Duration.ofSeconds(60);
  private static final long MAX_BYTES = 512L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
  private static final int FETCHES = 2;
  private static final int MAX_WAITING = 200;

  private sealed interface Entry {
    record Done(Creative creative) implements Entry {}

    record Running() implements Entry {}

    record Failure(boolean fetched, String reason, Instant at) implements Entry {}
  }

  /** Fetched, but nothing to make an ad of. */
  private static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason);
    }
  }

  private final Fetcher fetcher;
  private final Transcoder transcoder;
  private final InstantSource clock;
  private final CreativeFolder folder;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore fetches = new Semaphore(FETCHES, true);
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  /**
   * @param root of its own; what a former process made there is used again
   */
  public Creatives(Path root, Fetcher fetcher, Transcoder transcoder, InstantSource clock) {
    this.fetcher = fetcher;
    this.transcoder = transcoder;
    this.clock = clock;
    this.folder = new CreativeFolder(root);
  }

  public CreativeState get(String address, AdLadder ladder) {
    String key = key(address, ladder);
    Entry entry = entries.get(key);
    if (entry instanceof Entry.Done(Creative creative)) {
      folder.touch(key);
      return new CreativeState.Ready(creative);
    }
    if (entry instanceof Entry.Running) {
      return new CreativeState.Preparing(false);
    }
    if (entry instanceof Entry.Failure(boolean fetched, String reason, Instant at)
        && clock.instant().isBefore(at.plus(TRY_AGAIN))) {
      return new CreativeState.Failed(fetched, reason);
    }
    return begin(key, entry, address, ladder);
  }

  private CreativeState begin(
      String key, @Nullable Entry earlier, String address, AdLadder ladder) {
    Entry running = new Entry.Running();
    boolean first =
        earlier == null
            ? entries.putIfAbsent(key, running) == null
            : entries.replace(key, earlier, running);
    if (!first) {
      return new CreativeState.Preparing(false);
    }
    CmafSet kept = folder.find(key);
    if (kept != null) {
      Creative creative = Creative.of(folder.of(key), kept, ladder);
      entries.put(key, new Entry.Done(creative));
      return new CreativeState.Ready(creative);
    }
    if (!waiting.tryAcquire()) {
      entries.remove(key);
      return new CreativeState.Failed(false, "too many creatives are waiting");
    }
    work.submit(() -> make(key, address, ladder));
    return new CreativeState.Preparing(true);
  }

  private void make(String key, String address, AdLadder ladder) {
    Entry result = new Entry.Failure(false, "stopped", clock.instant());
    try {
      result = new Entry.Done(Creative.of(folder.of(key), transcode(key, address, ladder), ladder));
    } catch (FetchFailed e) {
      result = new Entry.Failure(false, String.valueOf(e.getMessage()), clock.instant());
    } catch (TranscodeFailed | Unusable e) {
      result = new Entry.Failure(true, String.valueOf(e.getMessage()), clock.instant());
    } catch (IOException e) {
      LOG.warn("The creative {} cannot be kept", address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.release();
      entries.put(key, result);
      folder.forget(entries::remove);
      LOG.info("Creative {} for {}: {}", address, ladder.identity(), describe(result));
    }
  }

  private CmafSet transcode(String key, String address, AdLadder ladder)
      throws FetchFailed, TranscodeFailed, Unusable, IOException, InterruptedException {
    Path file = folder.download();
    try {
      fetches.acquire();
      try {
        fetcher.download(address, file, FETCH, MAX_BYTES);
      } finally {
        fetches.release();
      }
      MediaProbe.Media media =
          switch (transcoder.probe(file)) {
            case MediaProbe.Media found -> found;
            case MediaProbe.Unusable(String reason) -> throw new Unusable(reason);
          };
      if (media.duration().compareTo(LONGEST) > 0) {
        throw new Unusable("it is longer than " + LONGEST.toMinutes() + " minutes");
      }
      Path target = folder.empty(key);
      CmafSet set = transcoder.cmaf(media, ladder.spec(), target, percent -> {});
      folder.keep(key, set);
      return set;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String describe(Entry entry) {
    return switch (entry) {
      case Entry.Done(Creative creative) -> "ready, %d segments".formatted(creative.segments());
      case Entry.Failure failure -> failure.reason();
      case Entry.Running _ -> "running";
    };
  }

  private static String key(String address, AdLadder ladder) {
    byte[] seed = (address + "\n" + ladder.identity()).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Fingerprint.digest(seed));
  }

  /** Interrupts what is being made. */
  @Override
  public void close() {
    work.shutdownNow();
  }
}
