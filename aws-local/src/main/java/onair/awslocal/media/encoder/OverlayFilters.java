package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.Overlay;
import onair.awslocal.media.VideoRendition;

/**
 * Says in ffmpeg's words which pictures lie over a programme that begins now. Pictures for all
 * renditions lie over the source's picture, so they are scaled with it; those for some lie over the
 * renditions' own.
 */
final class OverlayFilters {

  /** Pictures a second of an overlay that appears or disappears. */
  private static final String FADING_RATE = "15";

  private final List<Overlays.Shown> shown;
  private final Instant now;
  private final int firstInput;

  /**
   * @param now when the programme's time is zero
   * @param firstInput number of the first picture among ffmpeg's inputs
   */
  OverlayFilters(List<Overlays.Shown> shown, Instant now, int firstInput) {
    this.shown = shown;
    this.now = now;
    this.firstInput = firstInput;
  }

  /** The pictures as ffmpeg's inputs. */
  List<String> inputs() {
    List<String> arguments = new ArrayList<>();
    for (Overlays.Shown one : shown) {
      // Said rather than guessed: what is called a picture may be a list of other files.
      arguments.addAll(List.of("-f", "image2"));
      Duration moving = moving(one);
      if (moving.isPositive()) {
        arguments.addAll(List.of("-loop", "1", "-framerate", FADING_RATE));
        arguments.addAll(List.of("-t", seconds(moving.plusMillis(200))));
      }
      arguments.addAll(List.of("-i", one.image().toString()));
    }
    return arguments;
  }

  /**
   * The ladder's filters with the pictures.
   *
   * @param video where the pictures of the source come from
   * @param audio where its sound comes from
   */
  String of(Ladder ladder, String video, String audio) {
    if (shown.isEmpty() || ladder.video().isEmpty()) {
      return ladder.filters(video, audio);
    }
    List<String> before = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    before.add(video + "scale=trunc(iw*sar/2)*2:ih,setsar=1[under0]");
    int under = 0;
    String filters = ladder.filters("[under]", audio);
    for (int i = 0; i < shown.size(); i++) {
      Overlays.Shown one = shown.get(i);
      if (one.overlay().renditions().isEmpty()) {
        before.add(picture(i, "[picture%d]".formatted(i)));
        before.add("[under%d][picture%d]%s[under%d]".formatted(under, i, overlay(one), ++under));
      } else {
        filters = over(ladder, i, filters, behind);
      }
    }
    before.add("[under%d]null[under]".formatted(under));
    List<String> all = new ArrayList<>(before);
    all.add(filters);
    all.addAll(behind);
    return String.join(";", all);
  }

  /** Renames what leaves the ladder, so that the picture lies between. */
  private String over(Ladder ladder, int index, String filters, List<String> behind) {
    Overlays.Shown one = shown.get(index);
    List<VideoRendition> video = ladder.video();
    String renamed = filters;
    for (int i = 0; i < video.size(); i++) {
      if (one.overlay().renditions().contains(video.get(i).name())) {
        String inner = "[bare%d_%d]".formatted(index, i);
        String outer = "[v%d]".formatted(i);
        renamed = renamed.replace(outer, inner);
        behind.replaceAll(chain -> chain.replace(outer, inner));
        String picture = "[picture%d_%d]".formatted(index, i);
        behind.add(picture(index, picture));
        behind.add(inner + picture + overlay(one) + ",format=yuv420p" + outer);
      }
    }
    return renamed;
  }

  private String picture(int index, String label) {
    Overlays.Shown one = shown.get(index);
    Overlay overlay = one.overlay();
    StringBuilder chain = new StringBuilder("[%d:v]format=rgba".formatted(firstInput + index));
    if (overlay.width() != null || overlay.height() != null) {
      chain.append(
          ",scale=%d:%d"
              .formatted(
                  overlay.width() == null ? -1 : overlay.width(),
                  overlay.height() == null ? -1 : overlay.height()));
    }
    if (overlay.opacity() < 100) {
      chain.append(
          String.format(Locale.ROOT, ",colorchannelmixer=aa=%.2f", overlay.opacity() / 100.0));
    }
    if (one.fresh() && overlay.fadeIn().isPositive()) {
      chain.append(",fade=t=in:st=0:d=%s:alpha=1".formatted(seconds(overlay.fadeIn())));
    }
    Instant until = one.until();
    if (until != null && overlay.fadeOut().isPositive()) {
      Duration begins = Duration.between(now, until).minus(overlay.fadeOut());
      chain.append(
          ",fade=t=out:st=%s:d=%s:alpha=1"
              .formatted(
                  seconds(begins.isNegative() ? Duration.ZERO : begins),
                  seconds(overlay.fadeOut())));
    }
    return chain + label;
  }

  private String overlay(Overlays.Shown one) {
    String place = "overlay=x=%d:y=%d".formatted(one.overlay().x(), one.overlay().y());
    Instant until = one.until();
    return until == null
        ? place
        : place + ":enable='lt(t,%s)'".formatted(seconds(Duration.between(now, until)));
  }

  /** How long the picture itself changes. */
  private Duration moving(Overlays.Shown one) {
    Overlay overlay = one.overlay();
    Instant until = one.until();
    if (until != null && overlay.fadeOut().isPositive()) {
      Duration left = Duration.between(now, until);
      return left.isPositive() ? left : Duration.ofMillis(1);
    }
    return one.fresh() ? overlay.fadeIn() : Duration.ZERO;
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }
}
