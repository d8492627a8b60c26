package onair.awslocal.mediatailor.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import onair.awslocal.mediatailor.creative.AdLadder;
import onair.awslocal.mediatailor.creative.LadderReader;
import onair.awslocal.mediatailor.hls.Marker;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MediaSegment;
import onair.awslocal.mediatailor.hls.MultivariantPlaylist;
import onair.awslocal.mediatailor.hls.Rendition;
import onair.awslocal.mediatailor.vast.AdBreak;
import org.jspecify.annotations.Nullable;

/** One player's playback. Safe for any number of threads. */
public final class Session {

  private final String id;
  private final SessionSettings settings;
  private final Viewer viewer;
  private final String address;
  private final Counting counting;
  private final Content content;
  private final LadderReader ladders;
  private final Sessions.Services services;
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Avail> avails = new ArrayList<>();
  private @Nullable Playback playback;

  /** What is known once the player has asked for its first playlist. */
  private record Playback(
      MultivariantPlaylist multivariant,
      Rendition lead,
      Plays plays,
      Filler filler,
      Decisions decisions,
      Timeline timeline) {}

  private sealed interface Timeline {
    record Live(LiveTimeline live) implements Timeline {}

    record Vod(VodTimeline vod) implements Timeline {}
  }

  private volatile @Nullable AdLadder ladder;

  /**
   * @param address of the content's multivariant playlist
   */
  Session(
      String id,
      SessionSettings settings,
      Viewer viewer,
      String address,
      Sessions.Services services) {
    this.id = id;
    this.settings = settings;
    this.viewer = viewer;
    this.address = address;
    this.services = services;
    this.threads = services.threads();
    this.counting = new Counting(services.metrics(), settings);
    this.content = new Content(services.fetcher(), counting);
    this.ladders = services.ladders();
  }

  public String id() {
    return id;
  }

  /** Name of the playback configuration. */
  public String configuration() {
    return settings.configuration();
  }

  /**
   * The multivariant playlist; the first call begins playback, which for finished content asks for
   * ads and so takes up to 3 s longer.
   *
   * @param addresses of the session's media playlists, by index
   */
  public String multivariant(IntFunction<String> addresses) throws ContentFailed {
    lock.lock();
    try {
      Playback begun = playback;
      if (begun == null) {
        begun = begin();
        playback = begun;
      }
      return begun.multivariant().write(addresses);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A personalised media playlist.
   *
   * @param ads addresses of an ad's files for this rendition, by number of the ad and of the
   *     segment, below zero the header
   * @return empty when there is no such rendition, or playback has not begun
   */
  public Optional<String> playlist(int rendition, AdFiles ads) throws ContentFailed {
    Playback begun = playback();
    if (begun == null || rendition < 0 || rendition >= begun.multivariant().renditions().size()) {
      return Optional.empty();
    }
    Rendition asked = begun.multivariant().renditions().get(rendition);
    MediaPlaylist own = content.media(asked.address());
    Personalised personalised =
        switch (begun.timeline()) {
          case Timeline.Vod(VodTimeline vod) -> vod.of(own);
          case Timeline.Live(LiveTimeline live) -> live(begun, live, asked, own);
        };
    return Optional.of(
        new PlaylistWriter(
                rendition,
                settings.keepsMarkers(),
                this::contentAddress,
                (play, segment) -> ads.address(play.number(), segment))
            .write(own, personalised));
  }

  /** Where a session's ad files are for one rendition. */
  @FunctionalInterface
  public interface AdFiles {
    String address(int ad, int segment);
  }

  /**
   * A file of an ad.
   *
   * @param contentType media type
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  public record AdFile(String contentType, byte[] bytes) {}

  /**
   * A segment of an ad, or its header. Asking for a segment counts as seeing it.
   *
   * @param segment below zero for the header
   */
  public Optional<AdFile> adFile(int ad, int rendition, int segment) throws IOException {
    Playback begun = playback();
    Optional<AdPlay> found = begun == null ? Optional.empty() : begun.plays().get(ad);
    if (found.isEmpty() || rendition < 0) {
      return Optional.empty();
    }
    AdPlay play = found.get();
    Optional<byte[]> bytes =
        segment < 0 ? play.creative().header(rendition) : play.segment(rendition, segment);
    if (bytes.isPresent() && segment >= 0 && viewer.reported()) {
      play.due(segment).forEach(report -> services.beacons().fire(report, viewer, counting));
    }
    return bytes.map(
        file -> new AdFile(play.creative().isVideo(rendition) ? "video/mp4" : "audio/mp4", file));
  }

  /** Avails and their ads as JSON, for players that report by themselves. */
  public byte[] tracking() {
    lock.lock();
    try {
      return TrackingReport.write(avails);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Playback playback() {
    lock.lock();
    try {
      return playback;
    } finally {
      lock.unlock();
    }
  }

  private Personalised live(Playback begun, LiveTimeline live, Rendition asked, MediaPlaylist own)
      throws ContentFailed {
    boolean leads = asked.kind() == Rendition.Kind.VARIANT;
    MediaPlaylist leading = leads ? own : null;
    if (!leads && !covers(live, own)) {
      leading = content.media(begun.lead().address());
    }
    lock.lock();
    try {
      if (leading != null) {
        live.advance(leading);
      }
      return live.of(own);
    } finally {
      lock.unlock();
    }
  }

  private boolean covers(LiveTimeline live, MediaPlaylist own) {
    lock.lock();
    try {
      return live.covers(own);
    } finally {
      lock.unlock();
    }
  }

  private Playback begin() throws ContentFailed {
    MultivariantPlaylist multivariant = content.multivariant(address);
    Rendition lead =
        multivariant.renditions().stream()
            .filter(rendition -> rendition.kind() == Rendition.Kind.VARIANT)
            .findFirst()
            .orElseThrow();
    MediaPlaylist leading = content.media(lead.address());
    Plays plays = new Plays(lead.index());
    Filler filler =
        new Filler(
            settings,
            services.creatives(),
            counting,
            () -> ladder(multivariant.renditions()),
            plays);
    filler.warmUp();
    Decisions decisions = new Decisions(settings, id, viewer, services.adServer(), counting);
    Timeline timeline =
        leading.ended()
            ? new Timeline.Vod(vod(leading, decisions, filler))
            : new Timeline.Live(new LiveTimeline(new Opener(decisions, filler)));
    return new Playback(multivariant, lead, plays, filler, decisions, timeline);
  }

  private VodTimeline vod(MediaPlaylist leading, Decisions decisions, Filler filler) {
    Duration length = VodTimeline.length(leading);
    List<VodTimeline.Break> wanted = new ArrayList<>();
    for (AdBreak found : decisions.ask(0, Duration.ZERO, Map.of())) {
      wanted.add(new VodTimeline.Break(found.offset().in(length), filler.insert(found.ads())));
    }
    VodTimeline timeline = VodTimeline.of(leading, wanted);
    Duration inserted = Duration.ZERO;
    for (VodTimeline.Break stop : timeline.breaks()) {
      Avail avail =
          new Avail(Integer.toString(avails.size()), stop.at().plus(inserted), null, Duration.ZERO);
      for (AdPlay play : stop.ads()) {
        avail.place(play, stop.at().plus(inserted));
        inserted = inserted.plus(play.duration());
      }
      avails.add(avail);
    }
    return timeline;
  }

  /** Found out once; asked for again while the origin cannot say. */
  private Optional<AdLadder> ladder(List<Rendition> renditions) {
    AdLadder known = ladder;
    if (known == null) {
      try {
        List<MediaPlaylist> playlists = new ArrayList<>();
        for (Rendition rendition : renditions) {
          playlists.add(content.media(rendition.address()));
        }
        known = ladders.read(renditions, playlists).orElse(null);
        ladder = known;
      } catch (ContentFailed e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(known);
  }

  private String contentAddress(String original) {
    String prefix = settings.contentPrefix();
    String source = settings.contentSource();
    return prefix != null && original.startsWith(source)
        ? prefix + original.substring(source.length())
        : original;
  }

  private final class Opener implements LiveTimeline.Opener {

    private final Decisions decisions;
    private final Filler filler;
    private int opened;

    Opener(Decisions decisions, Filler filler) {
      this.decisions = decisions;
      this.filler = filler;
    }

    @Override
    public @Nullable OpenAvail open(Marker.Out marker, MediaSegment at, Duration behindEdge) {
      Duration suppression = settings.suppression();
      if (suppression != null && behindEdge.compareTo(suppression) > 0) {
        return null;
      }
      int index = opened++;
      Duration duration = marker.duration() == null ? Duration.ZERO : marker.duration();
      var clock =
          CompletableFuture.supplyAsync(
              () -> services.headers().begins(at).orElse(Duration.ZERO), threads);
      var decision =
          CompletableFuture.supplyAsync(
                  () ->
                      decisions.ask(index, duration, marker.splice().variables()).stream()
                          .flatMap(found -> found.ads().stream())
                          .toList(),
                  threads)
              .thenCombine(clock, OpenAvail.Decided::new);
      return new OpenAvail(marker, decision, filler);
    }

    @Override
    public Avail begin(OpenAvail avail, MediaSegment at, Duration start) {
      Duration duration = avail.duration();
      Avail told =
          new Avail(
              avail.id().isEmpty() ? Long.toString(at.sequence()) : avail.id(),
              start,
              at.time(),
              duration == null ? Duration.ZERO : duration);
      avails.add(told);
      return told;
    }

    @Override
    public void cutShort() {
      counting.skipped("EarlyCueIn");
    }
  }
}
