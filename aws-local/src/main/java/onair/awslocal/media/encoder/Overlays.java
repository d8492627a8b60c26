package onair.awslocal.media.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import onair.awslocal.media.Overlay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures over one pipeline's programme. A process shows those it began with. */
final class Overlays {

  private static final Logger LOG = LoggerFactory.getLogger(Overlays.class);

  private final List<Shown> shown = new ArrayList<>();

  /**
   * One of them.
   *
   * @param fresh whether no process has shown it yet
   * @param until when it is gone; null while nobody knows
   */
  record Shown(Overlay overlay, Path image, boolean fresh, @Nullable Instant until) {

    boolean isIn(int layer, Set<String> renditions) {
      return overlay.layer() == layer && overlay.renditions().equals(renditions);
    }
  }

  /** In place of another one of its layer. */
  synchronized void show(Overlay overlay, Path image, Instant now) {
    remove(overlay.layer(), overlay.renditions());
    Duration duration = overlay.duration();
    shown.add(new Shown(overlay, image, true, duration == null ? null : now.plus(duration)));
    shown.sort(Comparator.comparingInt(one -> one.overlay().layer()));
  }

  /** Says whether there was one. */
  synchronized boolean hide(int layer, Duration fadeOut, Set<String> renditions, Instant now) {
    for (int i = 0; i < shown.size(); i++) {
      Shown one = shown.get(i);
      if (one.isIn(layer, renditions)) {
        Overlay fading = withFadeOut(one.overlay(), fadeOut);
        shown.set(i, new Shown(fading, one.image(), false, now.plus(fadeOut)));
        return true;
      }
    }
    return false;
  }

  /** Those a process that begins now shows, lowest first. */
  synchronized List<Shown> begin(Instant now) {
    forgetGone(now);
    List<Shown> begun = List.copyOf(shown);
    shown.replaceAll(one -> new Shown(one.overlay(), one.image(), false, one.until()));
    return begun;
  }

  synchronized void clear() {
    shown.forEach(one -> delete(one.image()));
    shown.clear();
  }

  private void forgetGone(Instant now) {
    for (Shown one : List.copyOf(shown)) {
      Instant until = one.until();
      if (until != null && !until.isAfter(now)) {
        shown.remove(one);
        delete(one.image());
      }
    }
  }

  private void remove(int layer, Set<String> renditions) {
    for (Shown one : List.copyOf(shown)) {
      if (one.isIn(layer, renditions)) {
        shown.remove(one);
        delete(one.image());
      }
    }
  }

  private static Overlay withFadeOut(Overlay of, Duration fadeOut) {
    return new Overlay(
        of.layer(),
        of.image(),
        of.x(),
        of.y(),
        of.width(),
        of.height(),
        of.opacity(),
        of.fadeIn(),
        fadeOut,
        of.duration(),
        of.renditions());
  }

  private static void delete(Path image) {
    try {
      Files.deleteIfExists(image);
    } catch (IOException e) {
      LOG.debug("{} stays", image, e);
    }
  }
}
