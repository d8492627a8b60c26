package onair.awslocal.media.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.Overlay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one pipeline shows: which input, with what over it, or what in its place. Owned by the
 * supervisor.
 */
final class Programme {

  private static final Logger LOG = LoggerFactory.getLogger(Programme.class);

  /** What was encoded before goes on no longer than this when an input has no keyframe. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private final EncoderJob job;
  private final EncoderEvents events;
  private final EncoderWorkshop workshop;
  private final Inlets inlets;
  private final Runs runs;
  private final Overlays overlays;
  private final Standby standby;
  private final Consumer<Signal> signals;
  private final Stage stage;
  private volatile String active;
  private volatile boolean connected;
  private @Nullable String action;
  private long awaitingSince;
  private boolean paused;
  private boolean renewing;

  Programme(
      EncoderJob job,
      EncoderEvents events,
      EncoderWorkshop workshop,
      Inlets inlets,
      Runs runs,
      Overlays overlays,
      LastPicture picture,
      Consumer<Signal> signals) {
    this.job = job;
    this.events = events;
    this.workshop = workshop;
    this.inlets = inlets;
    this.runs = runs;
    this.overlays = overlays;
    this.standby = new Standby(job.inputLoss(), workshop, picture);
    this.stage = new Stage(job.key(), events, inlets, runs, standby);
    this.signals = signals;
    this.active = inlets.active().name();
  }

  long failures() {
    return stage.failures();
  }

  EncoderHealth health(Traffic traffic, long dropped) {
    return new EncoderHealth(
        active,
        connected,
        runs.isEncoding(),
        traffic.bytesIn(),
        traffic.framesIn(),
        dropped,
        traffic.bytesOut(),
        standby.lost().toMillis(),
        standby.filled().toMillis());
  }

  void handle(Signal signal) {
    switch (signal) {
      case Signal.SenderCame(Inlet inlet) -> came(inlet);
      case Signal.HeaderCame(Inlet inlet, Piece piece) -> inlet.gate().accept(piece);
      case Signal.Arrived(Inlet inlet, Piece piece) -> arrived(inlet, piece);
      case Signal.SenderLeft(Inlet inlet) -> left(inlet);
      case Signal.SourceEnded(Inlet inlet) -> {
        if (inlet == inlets.active()) {
          events.inputEnded(inlet.name());
        }
      }
      case Signal.OutputBegan(EncoderRun begun) -> stage.outputBegan(begun);
      case Signal.RunEnded(EncoderRun ended) -> stage.runEnded(ended);
      case Signal.Asked(EncoderCommand command) -> obey(command);
      case Signal.Shown() -> renew();
      case Signal.Tick() -> tick();
      case Signal.Stop() -> {} // ends the supervisor
    }
  }

  private void came(Inlet inlet) {
    inlet.gate().forget();
    if (inlet == inlets.active()) {
      connected = true;
      runs.forgiveFailures();
      events.inputConnected();
    }
  }

  private void left(Inlet inlet) {
    if (inlet == inlets.active()) {
      connected = false;
      inlet.gate().restart();
      if (!runs.isFilling()) {
        runs.finish();
      }
      events.inputLost();
    }
  }

  private void arrived(Inlet inlet, Piece piece) {
    boolean awaited = inlet == inlets.next();
    if (!awaited && inlet != inlets.active() || paused) {
      if (piece.isHeader()) {
        inlet.gate().accept(piece);
      }
    } else if (awaited) {
      Gate.Step step = inlet.gate().accept(piece);
      if (step instanceof Gate.Step.Begin || step instanceof Gate.Step.Unusable) {
        switched();
        stage.take(step);
      }
    } else {
      if (renewing && runs.isEncoding() && inlet.gate().canBeginWith(piece)) {
        renewing = false;
        stage.clear();
      }
      stage.take(inlet.gate().accept(piece));
    }
  }

  private void obey(EncoderCommand command) {
    switch (command) {
      case EncoderCommand.SwitchInput(String name, String by) ->
          inlets.named(name).ifPresent(inlet -> switchTo(inlet, by));
      case EncoderCommand.PrepareInput(String name) ->
          inlets.prepare(inlets.named(name).orElse(null));
      case EncoderCommand.ShowOverlay(var overlay) -> show(overlay);
      case EncoderCommand.HideOverlay(int layer, Duration fadeOut, var renditions) -> {
        if (overlays.hide(layer, fadeOut, renditions, workshop.clock().instant())) {
          renew();
        }
      }
      case EncoderCommand.Pause(var pipelines) -> pause(pipelines.contains(job.pipeline()));
      case EncoderCommand.Tag _ -> {} // the origin's
    }
  }

  private void switchTo(Inlet inlet, @Nullable String by) {
    action = by;
    if (inlet == inlets.active()) {
      return;
    }
    inlets.await(inlet);
    awaitingSince = System.nanoTime();
    boolean nothingThere = !inlet.isPulled() && !inlet.isConnected();
    if (nothingThere || !runs.isEncoding()) {
      switched();
    }
  }

  /** The awaited input is the active one from now on. */
  private void switched() {
    Inlet before = inlets.active();
    runs.finish();
    inlets.promote();
    Inlet now = inlets.active();
    active = now.name();
    connected = now.isConnected();
    runs.forgiveFailures();
    LOG.info("Channel {}: input {} takes over from {}", job.key(), now.name(), before.name());
    events.inputSwitched(now.name(), action);
    action = null;
    if (connected) {
      events.inputConnected();
    } else {
      events.inputLost();
    }
  }

  private void show(Overlay overlay) {
    Thread.ofVirtual()
        .name("overlay-" + job.key())
        .start(
            () -> {
              try {
                Path image = workshop.assets().copy(overlay.image());
                overlays.show(overlay, image, workshop.clock().instant());
                signals.accept(new Signal.Shown());
              } catch (IOException e) {
                events.imageRefused(
                    "The image %s cannot be shown: %s".formatted(overlay.image(), e.getMessage()));
              }
            });
  }

  /** What lies over the programme has changed: the next process shows it. */
  private void renew() {
    if (runs.isFilling()) {
      runs.finish(); // and the next tick fills again
    } else {
      renewing = true;
    }
  }

  private void pause(boolean wanted) {
    if (wanted != paused) {
      paused = wanted;
      stage.clear();
    }
  }

  private void tick() {
    Inlet inlet = inlets.active();
    standby.tick(inlet, runs);
    Inlet next = inlets.next();
    if (next != null && System.nanoTime() - awaitingSince > LONGEST_WAIT.toNanos()) {
      switched();
    } else if (next == null) {
      inlets.takeOver().ifPresent(other -> switchTo(other, null));
    }
    if (!paused && standby.isDue(inlets.active(), runs)) {
      stage.fill();
    }
  }
}
