package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onair.awslocal.mediatailor.hls.Marker;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MediaSegment;
import org.jspecify.annotations.Nullable;

/**
 * What a session shows instead of each segment of live content: that segment, ad segments, or none.
 * It is decided once per segment of the origin, by its media sequence number, so that all
 * renditions agree and nothing that was shown changes. Numbers and discontinuities follow from what
 * was decided before.
 *
 * <p>Ads need not be as long as the segments they replace. The timeline keeps at least as much
 * media in the playlist as the origin, and less than one segment more: a player at the live edge
 * never runs dry, and never falls behind. Not safe for threads.
 */
final class LiveTimeline {

  /** How long a playlist waits for an ad decision. A player's buffer outlasts it. */
  private static final Duration HOLD = Duration.ofSeconds(2);

  /** A playlist that is this little shorter than the origin's is not. */
  private static final Duration NEARLY = Duration.ofMillis(100);

  /** Numbers of the origin kept below the oldest that is listed, for renditions that lag. */
  private static final long KEPT = 100;

  private static final int REMEMBERED_AVAILS = 10_000;

  /** Begins avails. */
  interface Opener {

    /**
     * Asks for ads without waiting.
     *
     * @param behindEdge how much content follows it already
     * @return null when the avail is left alone
     */
    @Nullable OpenAvail open(Marker.Out marker, MediaSegment at, Duration behindEdge);

    /** An avail begins to be shown. */
    Avail begin(OpenAvail avail, MediaSegment at, Duration start);

    /** Ads of an avail that ended early were not shown. */
    void cutShort();
  }

  private record Slot(long number, List<Piece> pieces) {}

  private final Opener opener;
  private final TreeMap<Long, Slot> slots = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private @Nullable OpenAvail avail;
  private @Nullable Avail report;

  /** Media shown minus content passed. */
  private Duration ahead = Duration.ZERO;

  private Duration shown = Duration.ZERO;
  private long nextNumber;
  private long discontinuity;
  private @Nullable Piece lastPiece;
  private @Nullable MediaSegment lastContent;

  LiveTimeline(Opener opener) {
    this.opener = opener;
  }

  /** Whether everything in a playlist was decided on. */
  boolean covers(MediaPlaylist playlist) {
    return playlist.segments().isEmpty()
        || !slots.isEmpty() && playlist.segments().getLast().sequence() <= slots.lastKey();
  }

  /** Decides on what is new in a playlist with pictures, or of the only rendition. */
  void advance(MediaPlaylist playlist) {
    if (playlist.segments().isEmpty()) {
      return;
    }
    if (!slots.isEmpty() && playlist.segments().getLast().sequence() < slots.firstKey()) {
      beginAgain();
    }
    List<MediaSegment> fresh =
        playlist.segments().stream()
            .filter(segment -> slots.isEmpty() || segment.sequence() > slots.lastKey())
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    skipMissing(fresh.getFirst(), playlist);
    Map<Long, OpenAvail> opened = open(fresh);
    long deadline = System.nanoTime() + HOLD.toNanos();
    for (MediaSegment segment : fresh) {
      decide(segment, opened.get(segment.sequence()), deadline);
    }
    slots.headMap(playlist.mediaSequence() - KEPT).clear();
  }

  /** The same segments of any rendition, personalised. */
  Personalised of(MediaPlaylist playlist) {
    long number = nextNumber;
    List<Piece> pieces = new ArrayList<>();
    for (MediaSegment segment : playlist.segments()) {
      Slot slot = slots.get(segment.sequence());
      if (slot == null) {
        if (pieces.isEmpty()) {
          continue;
        }
        break;
      }
      if (pieces.isEmpty()) {
        number = slot.number();
      }
      for (Piece piece : slot.pieces()) {
        pieces.add(
            switch (piece) {
              case Piece.Original original -> new Piece.Original(original.discontinuity(), segment);
              case Piece.Inserted inserted -> inserted;
            });
      }
    }
    return new Personalised(number, pieces);
  }

  /** All avails that begin now are asked for together. */
  private Map<Long, OpenAvail> open(List<MediaSegment> fresh) {
    Map<Long, OpenAvail> opened = new HashMap<>();
    Duration behindEdge =
        fresh.stream().map(MediaSegment::duration).reduce(Duration.ZERO, Duration::plus);
    for (MediaSegment segment : fresh) {
      for (Marker marker : segment.markers()) {
        if (marker instanceof Marker.Out out && isNew(out)) {
          OpenAvail found = opener.open(out, segment, behindEdge);
          if (found != null) {
            opened.put(segment.sequence(), found);
          }
        }
      }
      behindEdge = behindEdge.minus(segment.duration());
    }
    return opened;
  }

  /** Some origins repeat the tag while the avail lasts. */
  private boolean isNew(Marker.Out out) {
    if (known.size() > REMEMBERED_AVAILS) {
      known.clear();
    }
    return out.id().isEmpty() || known.add(out.id());
  }

  private void decide(MediaSegment segment, @Nullable OpenAvail opened, long deadline) {
    if (avail != null && (avail.isOver() || opened != null || isEnded(avail, segment))) {
      if (avail.hasAdsLeft()) {
        opener.cutShort();
      }
      avail = null;
      report = null;
    }
    if (opened != null) {
      avail = opened;
      report = opener.begin(opened, segment, shown);
    }
    List<Piece> pieces = new ArrayList<>();
    ahead = ahead.minus(segment.duration());
    OpenAvail current = avail;
    if (current == null) {
      pieces.add(original(segment));
    } else {
      current.decide(deadline);
      fill(current, segment, pieces);
      current.pass(segment.duration());
    }
    slots.put(segment.sequence(), new Slot(nextNumber, List.copyOf(pieces)));
    nextNumber += pieces.size();
  }

  private static boolean isEnded(OpenAvail avail, MediaSegment segment) {
    return segment.markers().stream()
        .anyMatch(
            marker ->
                marker instanceof Marker.In in
                    && (in.id().isEmpty() || avail.id().isEmpty() || in.id().equals(avail.id())));
  }

  private void fill(OpenAvail current, MediaSegment segment, List<Piece> pieces) {
    while (isShort()) {
      OpenAvail.Item item = current.next();
      if (item == null) {
        current.content(segment.duration());
        pieces.add(original(segment));
        return;
      }
      if (report != null) {
        report.place(item.play(), shown);
      }
      Duration duration = item.duration();
      Piece piece =
          new Piece.Inserted(
              next(item), item.play(), item.segment(), current.time(segment.time(), duration));
      lastPiece = piece;
      pieces.add(piece);
      ahead = ahead.plus(duration);
      shown = shown.plus(duration);
    }
  }

  private boolean isShort() {
    return ahead.plus(NEARLY).isNegative();
  }

  private Piece original(MediaSegment segment) {
    MediaSegment before = lastContent;
    if (lastPiece == null) {
      nextNumber = Math.max(nextNumber, segment.sequence());
      discontinuity = Math.max(discontinuity, segment.discontinuity());
    } else if (lastPiece instanceof Piece.Inserted
        || before == null
        || before.discontinuity() != segment.discontinuity()
        || before.sequence() != segment.sequence() - 1) {
      discontinuity++;
    }
    Piece piece = new Piece.Original(discontinuity, segment);
    lastPiece = piece;
    lastContent = segment;
    ahead = ahead.plus(segment.duration());
    shown = shown.plus(segment.duration());
    return piece;
  }

  /** Discontinuity sequence number of an inserted segment. */
  private long next(OpenAvail.Item item) {
    boolean goesOn =
        lastPiece instanceof Piece.Inserted inserted
            && inserted.play() == item.play()
            && inserted.segment() == item.segment() - 1;
    return goesOn || lastPiece == null ? discontinuity : ++discontinuity;
  }

  /** Segments that nobody asked for while they were listed count as shown. */
  private void skipMissing(MediaSegment first, MediaPlaylist playlist) {
    if (slots.isEmpty()) {
      if (lastPiece == null) {
        nextNumber = first.sequence();
        discontinuity = first.discontinuity();
      }
      return;
    }
    long missing = first.sequence() - slots.lastKey() - 1;
    if (missing > 0) {
      nextNumber += missing;
      if (avail != null) {
        avail.pass(Duration.ofSeconds(playlist.targetDuration()).multipliedBy(missing));
      }
    }
  }

  /** The origin began to count anew. Players do not see that, only a discontinuity. */
  private void beginAgain() {
    slots.clear();
    known.clear();
    avail = null;
    report = null;
    lastContent = null;
  }
}
