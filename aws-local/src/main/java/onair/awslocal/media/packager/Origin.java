package onair.awslocal.media.packager;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import onair.awslocal.media.Clip;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Metadata;
import onair.awslocal.media.Protection;
import onair.awslocal.media.Splice;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.FragmentedMp4;
import onair.awslocal.media.mp4.MalformedMp4;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.store.Bucket;

/** All live channels of this machine: encoders write to them, the CDN reads from them. */
public final class Origin implements LiveOrigin {

  private final GopFiles files;
  private final InstantSource clock;
  private final AtomicLong lastRunId = new AtomicLong();
  private final ConcurrentMap<String, ChannelOrigin> channels = new ConcurrentHashMap<>();
  private final HlsFolders folders;

  /** An origin that writes no HLS to objects. */
  public Origin(Path folder, InstantSource clock) throws IOException {
    this(folder, clock, output -> Optional.empty());
  }

  /**
   * @param folder where media is kept; emptied now
   * @param buckets where HLS outputs go
   */
  public Origin(Path folder, InstantSource clock, Function<HlsOutput, Optional<Bucket>> buckets)
      throws IOException {
    this.files = GopFiles.in(folder);
    this.clock = clock;
    this.folders = new HlsFolders(buckets, files, clock);
  }

  @Override
  public void openChannel(String ingestTarget) {
    channels.computeIfAbsent(ingestTarget, target -> new ChannelOrigin(files, clock));
  }

  @Override
  public void closeChannel(String ingestTarget) {
    ChannelOrigin channel = channels.remove(ingestTarget);
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void putEndpoint(String ingestTarget, EndpointSpec spec) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel == null) {
      throw new IllegalArgumentException("channel %s is not open".formatted(ingestTarget));
    }
    channel.put(spec);
  }

  @Override
  public void resetEndpoint(String ingestTarget, String endpointName) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.reset(endpointName);
    }
  }

  @Override
  public void protect(String ingestTarget, String endpointName, Protection protection) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.protect(endpointName, protection);
    }
  }

  @Override
  public void removeEndpoint(String ingestTarget, String endpointName) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.remove(endpointName);
    }
  }

  @Override
  public long received(String ingestTarget) {
    ChannelOrigin channel = channels.get(ingestTarget);
    return channel == null ? 0 : channel.received().sum();
  }

  @Override
  public OriginResponse get(
      String ingestTarget, String endpointName, String file, Map<String, String> query) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel == null) {
      return Answers.notFound();
    }
    return channel
        .view(endpointName, endpoint -> Hold.isOver(endpoint, file, query))
        .map(endpoint -> new Answers(endpoint, files, clock).to(file, query))
        .orElseGet(Answers::notFound);
  }

  /** Whether GOPs are wanted in chunks of half a second: an endpoint tells of each of them. */
  public boolean wantsParts(String ingestTarget) {
    ChannelOrigin channel = channels.get(ingestTarget);
    return channel != null && channel.wantsParts();
  }

  @Override
  public Optional<Clip> clip(
      String ingestTarget,
      String endpointName,
      Instant start,
      Instant end,
      List<ManifestSpec> manifests) {
    return Optional.ofNullable(channels.get(ingestTarget))
        .flatMap(channel -> channel.view(endpointName))
        .filter(endpoint -> !endpoint.spec().encrypted())
        .flatMap(endpoint -> new Clipping(files, endpoint).of(start, end, manifests));
  }

  /** A message for all endpoints of a channel; one that is not open has no use for it. */
  public void splice(String ingestTarget, Splice splice) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.splice(splice);
    }
  }

  /** The encoder was stopped: no break goes on into what it sends when it is started again. */
  public void endSplices(String ingestTarget) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.endSplices();
    }
  }

  /**
   * A job begins, with any number of runs: its HLS outputs are written from now on. A job that goes
   * to no packager's channel gets one of its own.
   */
  public void begin(EncoderJob job) {
    if (job.isForObjectsOnly()) {
      openChannel(job.ingestTarget());
    }
    folders.open(job.key(), job.hls());
  }

  /** No run of the job is left. */
  public void end(EncoderJob job) {
    folders.close(job.key());
    if (job.isForObjectsOnly()) {
      closeChannel(job.ingestTarget());
    }
  }

  /** Metadata for all endpoints of a channel; one that is not open has no use for it. */
  public void tag(String ingestTarget, Metadata metadata) {
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel != null) {
      channel.tag(metadata);
    }
  }

  /** Takes one run of an encoder that alone writes to its channel. */
  public void ingest(
      String ingestTarget,
      List<TrackSpec> tracks,
      InputStream stream,
      Instant started,
      Runnable onGop)
      throws IOException {
    ingest(
        new Ingestion(ingestTarget, "", Duration.ZERO, tracks, started, List.of()), stream, onGop);
  }

  /**
   * Takes one run of an encoder: reads until its stream ends, which is normal, or fails.
   *
   * @param onGop called after each GOP that viewers can get from now on
   * @throws IngestRefused when the channel is not open, or this pipeline writes to it already
   * @throws MalformedMp4 when the stream is not what was announced
   */
  public void ingest(Ingestion from, InputStream stream, Runnable onGop) throws IOException {
    String ingestTarget = from.ingestTarget();
    ChannelOrigin channel = channels.get(ingestTarget);
    if (channel == null) {
      throw new IngestRefused("the origin has no channel %s".formatted(ingestTarget));
    }
    FragmentedMp4 mp4 = FragmentedMp4.open(new CountedStream(stream, channel.received()));
    if (mp4 == null) {
      return;
    }
    long id =
        lastRunId.accumulateAndGet(from.started().toEpochMilli(), (a, b) -> Math.max(a + 1, b));
    RunRecorder run =
        new RunRecorder(
            id, from.started(), renditions(from.tracks(), mp4.tracks()), from.gop(), files);
    channel.begin(from.writer(), run);
    from.taps().forEach(tap -> tap.header(mp4.header(), mp4.tracks()));
    try {
      for (Fragment next = mp4.next(); next != null; next = mp4.next()) {
        tell(from.taps(), mp4.tracks(), next);
        append(from, channel, run.add(next), onGop);
      }
      append(from, channel, run.finish(), onGop);
    } finally {
      folders.endRun(from.writer());
      channel.end(from.writer(), run);
    }
  }

  private static void tell(List<OutputTap> taps, List<Track> tracks, Fragment fragment) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).id() == fragment.trackId()) {
        for (OutputTap tap : taps) {
          tap.fragment(i, fragment);
        }
      }
    }
  }

  private void append(Ingestion from, ChannelOrigin channel, List<Gop> gops, Runnable onGop)
      throws IOException {
    if (!gops.isEmpty()) {
      folders.add(from.writer(), channel.append(from.writer(), gops));
      if (gops.stream().anyMatch(Gop::last)) {
        onGop.run();
      }
    }
  }

  private static List<Rendition> renditions(List<TrackSpec> specs, List<Track> tracks)
      throws IOException {
    if (specs.size() != tracks.size()) {
      throw new IngestRefused(
          "%d tracks where %d were announced".formatted(tracks.size(), specs.size()));
    }
    List<Rendition> renditions = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      TrackSpec spec = specs.get(i);
      renditions.add(new Rendition(spec.name(), spec.bitsPerSecond(), tracks.get(i)));
    }
    return renditions;
  }
}
