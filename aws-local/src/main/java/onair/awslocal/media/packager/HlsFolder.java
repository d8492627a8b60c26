package onair.awslocal.media.packager;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;

/**
 * Keeps one HLS programme in a folder of objects, from the start of its encoder to its stop: a
 * segment in all renditions first, then the playlists that list it, then what has left them long
 * enough goes. A new run of the encoder goes on in the same playlists behind a discontinuity. One
 * thread at a time writes.
 */
final class HlsFolder {

  private static final String SEGMENTS_CACHE = "max-age=86400";

  private final HlsOutput output;
  private final FolderNames names;
  private final Supplier<Optional<Bucket>> bucket;
  private final GopFiles files;
  private final SegmentCutter cutter;
  private final List<Segment> ring = new ArrayList<>();
  private final Set<String> headers = new HashSet<>();
  private final String playlistCache;
  private Duration target;
  private String multivariant = "";

  /**
   * @param bucket where objects go; empty while there is none
   * @param firstNumber number of the first segment; greater than any the folder has had
   */
  HlsFolder(HlsOutput output, Supplier<Optional<Bucket>> bucket, GopFiles files, long firstNumber) {
    this.output = output;
    this.names = new FolderNames(output);
    this.bucket = bucket;
    this.files = files;
    this.cutter = new SegmentCutter(output.segment(), firstNumber);
    this.target = output.segment();
    this.playlistCache = "max-age=" + Math.max(1, output.segment().toSeconds() / 2);
  }

  /**
   * @throws IngestRefused when there is no such bucket
   */
  synchronized void add(Gop gop) throws IOException {
    for (Segment segment : cutter.add(gop)) {
      write(segment);
    }
  }

  /** The encoder's output ended: what is left over is a segment of its own. */
  synchronized void endRun() throws IOException {
    for (Segment segment : cutter.endRun()) {
      write(segment);
    }
  }

  private void write(Segment segment) throws IOException {
    Bucket to =
        bucket
            .get()
            .orElseThrow(
                () ->
                    new IngestRefused(
                        "there is no %s %s to write HLS to"
                            .formatted(
                                output.store() == HlsOutput.Store.S3 ? "bucket" : "container",
                                output.bucket())));
    List<Rendition> renditions = segment.run().renditions();
    for (int i = 0; i < renditions.size(); i++) {
      if (names.has(renditions.get(i).name()) && segment.size(i) > 0) {
        media(to, segment, i);
      }
    }
    ring.add(segment);
    // Only ever grows: HLS forbids a target duration that changes below a segment still listed.
    target = target.compareTo(segment.duration()) < 0 ? segment.duration() : target;
    playlists(to);
    while (ring.size() > output.kept()) {
      remove(to, ring.removeFirst());
    }
  }

  private void media(Bucket to, Segment segment, int index) throws IOException {
    Rendition rendition = segment.run().renditions().get(index);
    String header = names.init(rendition.name(), segment.run());
    if (headers.add(header)) {
      put(to, header, rendition.track().init(), rendition.contentType(), SEGMENTS_CACHE);
    }
    put(
        to,
        names.segment(rendition.name(), segment.number()),
        SegmentBytes.of(files, segment, index),
        rendition.contentType(),
        SEGMENTS_CACHE);
  }

  private void playlists(Bucket to) throws IOException {
    int from = Math.max(0, ring.size() - output.listed());
    Window window = new Window(List.copyOf(ring.subList(from, ring.size())), target);
    for (Rendition rendition : window.lastRun().renditions()) {
      if (names.has(rendition.name())) {
        String text = MediaPlaylist.write(window, rendition.name(), AdMarkers.NONE, names);
        playlist(to, names.playlist(rendition.name()), text);
      }
    }
    String variants = MultivariantPlaylist.write(window, names, "");
    if (!variants.equals(multivariant)) {
      playlist(to, names.multivariant(), variants);
      multivariant = variants;
    }
  }

  private void remove(Bucket from, Segment segment) {
    boolean lastOfRun = ring.isEmpty() || !ring.getFirst().run().is(segment.run());
    for (Rendition rendition : segment.run().renditions()) {
      from.delete(names.key(names.segment(rendition.name(), segment.number())));
      if (lastOfRun) {
        String header = names.init(rendition.name(), segment.run());
        headers.remove(header);
        from.delete(names.key(header));
      }
    }
  }

  private void playlist(Bucket to, String name, String text) throws IOException {
    put(to, name, text.getBytes(StandardCharsets.UTF_8), Manifests.HLS, playlistCache);
  }

  private void put(Bucket to, String name, byte[] bytes, String contentType, String cacheControl)
      throws IOException {
    to.put(
        names.key(name),
        new ByteArrayInputStream(bytes),
        new ObjectMeta(contentType, cacheControl, Map.of()));
  }
}
