package onair.vod.caption;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsTrouble;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.vod.asset.AssetId;
import onair.vod.asset.ReadyWork;
import onair.vod.harvest.Playlists;
import onair.vod.storage.StoredObjects;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts captions where players find them. Every run begins with what is wanted and the playlist as
 * it was made, and may be repeated, cut off or late: a caption's files are there before the
 * playlist names them and go after it does not, and S3 replaces a playlist whole.
 */
final class Captioning implements ReadyWork {

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Outcome AT_REST = new Outcome.Settled(Duration.ofDays(30));

  /** What players begin with: from the CDN, too, nobody gets an old one for longer. */
  private static final Duration REPLACEABLE = Duration.ofSeconds(1);

  /** Of a caption, whose files never change, and are asked for by nobody once it is gone. */
  private static final Duration LASTING = Duration.ofHours(1);

  private static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";
  private static final String TEXT_TYPE = "text/vtt; charset=utf-8";

  private final CaptionStore captions;
  private final CaptionLedger ledger;
  private final StoredObjects objects;

  Captioning(CaptionStore captions, CaptionLedger ledger, StoredObjects objects) {
    this.captions = captions;
    this.ledger = ledger;
    this.objects = objects;
  }

  @Override
  public Outcome attend(AssetId asset, String playlist, Duration duration, Lease lease) {
    List<Caption> all = captions.of(asset);
    if (all.stream().noneMatch(Caption::isUnsettled)) {
      return AT_REST;
    }
    try {
      return settle(new Film(CaptionFiles.of(asset.value()), playlist, duration), all, lease);
    } catch (SdkException failure) {
      String words = AwsTrouble.of(failure).words();
      ledger.troubled(lease, all, words);
      return new Outcome.Failed(words, RETRY);
    }
  }

  /**
   * What is captioned.
   *
   * @param playlist what players begin with
   */
  private record Film(CaptionFiles files, String playlist, Duration duration) {

    String played() {
      return files.played(playlist);
    }

    String original() {
      return files.original(playlist);
    }
  }

  private Outcome settle(Film film, List<Caption> all, Lease lease) {
    ledger.requireLease(lease);
    String original = original(film);
    List<Caption> added = with(all, Caption.Status.PROCESSING);
    if (!added.isEmpty()) {
      Optional<Long> start = start(film, original);
      if (start.isEmpty()) {
        ledger.errored(
            lease,
            all,
            "When this asset's media begin cannot be told, so that nothing can be lined up with it:"
                + " its segments are not CMAF.");
        return again();
      }
      added.forEach(caption -> store(film, caption, start.get()));
    }
    CrashPoint.hit("captions.stored");
    ledger.requireLease(lease);
    objects.write(
        film.played(),
        CaptionPlaylists.multivariant(original, all.stream().filter(Caption::isOffered).toList()),
        PLAYLIST_TYPE,
        REPLACEABLE);
    CrashPoint.hit("captions.offered");
    with(all, Caption.Status.DELETED)
        .forEach(caption -> objects.removeAll(film.files().all(caption.id())));
    CrashPoint.hit("captions.removed");
    ledger.settled(lease, all);
    return again();
  }

  /** What was asked for meanwhile is found at once, as is that there is nothing left to do. */
  private static Outcome again() {
    return new Outcome.Waiting("the next captions", Duration.ZERO);
  }

  private static List<Caption> with(List<Caption> all, Caption.Status status) {
    return all.stream().filter(caption -> caption.status() == status).toList();
  }

  /** Kept before it is replaced for the first time, and never written again. */
  private String original(Film film) {
    if (objects.size(film.original()).isEmpty()) {
      objects.write(film.original(), objects.text(film.played()), PLAYLIST_TYPE, REPLACEABLE);
      CrashPoint.hit("captions.original-kept");
    }
    return objects.text(film.original());
  }

  private void store(Film film, Caption caption, long start) {
    CaptionFiles files = film.files();
    captions
        .text(caption.id())
        .ifPresent(
            text -> {
              objects.write(
                  files.text(caption.id()), WebVtt.timed(text, start), TEXT_TYPE, LASTING);
              objects.write(
                  files.playlist(caption.id()),
                  CaptionPlaylists.media(caption.id(), film.duration()),
                  PLAYLIST_TYPE,
                  LASTING);
            });
  }

  /** When the media begin, in 90 kHz; empty when that cannot be told. */
  private Optional<Long> start(Film film, String original) {
    return Playlists.variants(original).stream()
        .findFirst()
        .flatMap(variant -> Playlists.resolved(film.played(), variant.uri()))
        .flatMap(this::startOf);
  }

  private Optional<Long> startOf(String playlist) {
    Optional<Playlists.Beginning> first = Playlists.beginning(objects.text(playlist));
    Optional<byte[]> initialization =
        first
            .flatMap(named -> Playlists.resolved(playlist, named.initialization()))
            .map(this::beginning);
    Optional<byte[]> segment =
        first.flatMap(named -> Playlists.resolved(playlist, named.segment())).map(this::beginning);
    return initialization.flatMap(
        begins -> segment.flatMap(goesOn -> MediaStart.of(begins, goesOn)));
  }

  private byte[] beginning(String key) {
    return objects.read(key, 0, MediaStart.ENOUGH);
  }
}
