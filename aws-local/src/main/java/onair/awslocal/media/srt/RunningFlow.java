package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onair.awslocal.media.FlowEvents;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.FlowJob;
import onair.awslocal.media.FlowOutput;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.FlowSource;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import org.jspecify.annotations.Nullable;

/** One flow: what its preferred connected source sends goes to all of its outputs. */
final class RunningFlow {

  private final String id;
  private final SrtProgram ffmpeg;
  private final InetAddress address;
  private final FeedHubs feeds;
  private final FlowFeed feed;

  /**
   * Held while sources and outputs come and go, which may take a moment; never by their threads.
   */
  private final Object control = new Object();

  private volatile List<SourceEnd> sources = List.of();
  private volatile List<OutputEnd> outputs = List.of();
  private volatile @Nullable FlowEvents events;
  private volatile boolean stopped;

  /** Guarded by this. */
  private boolean feeding;

  private volatile @Nullable SourceEnd active;

  RunningFlow(String id, SrtProgram ffmpeg, InetAddress address, FeedHubs feeds) {
    this.id = id;
    this.ffmpeg = ffmpeg;
    this.address = address;
    this.feeds = feeds;
    this.feed = new FlowFeed(id);
  }

  String id() {
    return id;
  }

  /** Says false when the flow has been stopped, which is for ever. */
  boolean run(FlowJob job, FlowEvents listener) {
    synchronized (control) {
      if (stopped) {
        return false;
      }
      events = listener;
      change(job);
      feed(job.outputs().stream().anyMatch(FlowOutput.ToEncoders.class::isInstance));
      return true;
    }
  }

  /** Returns when nothing of it is left. */
  void stop() {
    synchronized (control) {
      stopped = true;
      feed(false);
      List<SrtKeeper> keepers = new ArrayList<>();
      sources.forEach(source -> keepers.add(source.keeper()));
      outputs.forEach(output -> keepers.add(output.keeper()));
      sources = List.of();
      outputs = List.of();
      end(keepers);
      events = null;
    }
  }

  Optional<SourceHealth> health(String sourceId) {
    return sources.stream()
        .filter(source -> source.source().id().equals(sourceId))
        .findFirst()
        .map(SourceEnd::health);
  }

  void checkSilence() {
    sources.forEach(SourceEnd::checkSilence);
  }

  /**
   * What is in both jobs stays; the rest of the old one is gone before the new one's ports open.
   */
  private void change(FlowJob job) {
    List<SourceEnd> oldSources = sources;
    List<OutputEnd> oldOutputs = outputs;
    List<SourceEnd> keptSources =
        oldSources.stream().filter(end -> job.sources().contains(end.source())).toList();
    List<OutputEnd> keptOutputs =
        oldOutputs.stream().filter(end -> job.outputs().contains(end.output())).toList();
    sources = keptSources;
    outputs = keptOutputs;
    List<SrtKeeper> leaving = new ArrayList<>();
    oldSources.stream().filter(e -> !keptSources.contains(e)).forEach(e -> leaving.add(e.keeper()));
    oldOutputs.stream().filter(e -> !keptOutputs.contains(e)).forEach(e -> leaving.add(e.keeper()));
    end(leaving);
    open(job, keptSources, keptOutputs);
    choose();
  }

  private void open(FlowJob job, List<SourceEnd> keptSources, List<OutputEnd> keptOutputs) {
    List<SrtKeeper> opened = new ArrayList<>();
    try {
      List<SourceEnd> newSources = new ArrayList<>();
      for (FlowSource source : job.sources()) {
        newSources.add(source(source, keptSources, opened));
      }
      List<OutputEnd> newOutputs = new ArrayList<>(keptOutputs);
      for (FlowOutput output : job.outputs()) {
        boolean isNew = keptOutputs.stream().noneMatch(kept -> kept.output().equals(output));
        if (isNew && output instanceof FlowOutput.BySrt bySrt) {
          newOutputs.add(output(bySrt, opened));
        }
      }
      sources = List.copyOf(newSources);
      outputs = List.copyOf(newOutputs);
      opened.forEach(SrtKeeper::start);
    } catch (FlowRefused e) {
      end(opened);
      throw e;
    }
  }

  private SourceEnd source(FlowSource source, List<SourceEnd> kept, List<SrtKeeper> opened) {
    for (SourceEnd end : kept) {
      if (end.source().equals(source)) {
        return end;
      }
    }
    try {
      SourceEnd end = new SourceEnd(source, this, ffmpeg, address);
      opened.add(end.keeper());
      return end;
    } catch (IOException e) {
      throw refused(source.end());
    }
  }

  private OutputEnd output(FlowOutput.BySrt output, List<SrtKeeper> opened) {
    try {
      OutputEnd end = new OutputEnd(output, this, ffmpeg, address);
      opened.add(end.keeper());
      return end;
    } catch (IOException e) {
      throw refused(output.end());
    }
  }

  private static FlowRefused refused(SrtEnd end) {
    return new FlowRefused(
        end.role() instanceof SrtEnd.Listener listener
            ? "port %d is in use by another program or flow".formatted(listener.port())
            : "no socket is left to call from");
  }

  private static void end(List<SrtKeeper> keepers) {
    keepers.parallelStream().forEach(SrtKeeper::beginStop);
    keepers.forEach(SrtKeeper::awaitStop);
  }

  void arrived(SourceEnd source, byte[] packets, long milliseconds) {
    if (source != active) {
      return;
    }
    outputs.forEach(output -> output.packets(packets));
    feeds.packets(feed, packets, milliseconds);
  }

  void sourceConnected(SourceEnd source, String peer) {
    choose();
    tell(listener -> listener.sourceConnected(source.source().id(), peer));
  }

  void sourceLost(SourceEnd source) {
    choose();
    tell(listener -> listener.sourceLost(source.source().id()));
  }

  void outputConnected(String outputId, String peer) {
    tell(listener -> listener.outputConnected(outputId, peer));
  }

  void outputLost(String outputId) {
    tell(listener -> listener.outputLost(outputId));
  }

  void refused(String endId, SrtRefusal refusal) {
    tell(listener -> listener.refused(endId, refusal));
  }

  private void tell(Consumer<FlowEvents> event) {
    FlowEvents listener = events;
    if (listener != null && !stopped) {
      event.accept(listener);
    }
  }

  private synchronized void feed(boolean wanted) {
    if (wanted != feeding) {
      feeding = wanted;
      if (wanted && active != null) {
        feeds.begin(feed);
      } else {
        feeds.end(feed);
      }
    }
  }

  /** The first source that is connected is passed on; another one's stream is another stream. */
  private synchronized void choose() {
    SourceEnd best = sources.stream().filter(SourceEnd::isArriving).findFirst().orElse(null);
    if (best == active) {
      return;
    }
    active = best;
    if (best == null) {
      feeds.end(feed);
    } else if (feeding) {
      feeds.begin(feed);
    }
  }
}
