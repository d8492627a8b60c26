package onair.awslocal.media.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onair.awslocal.media.VideoRendition;

/**
 * The pictures and the sound between decoder and encoders; {@code [v0]…} and {@code [a0]…} leave
 * it.
 */
final class FilterGraph {

  private FilterGraph() {}

  /**
   * @param videoInput where the pictures come from, such as {@code [0:v]}, with filters behind it
   *     or not
   * @param audioInput where the sound comes from
   */
  static String of(Ladder ladder, String videoInput, String audioInput) {
    List<String> chains = new ArrayList<>();
    if (!ladder.video().isEmpty()) {
      chains.addAll(video(videoInput, ladder.video()));
    }
    if (!ladder.audio().isEmpty()) {
      // Gaps in the source's sound are filled, so that it stays with the picture.
      chains.add(
          "%saresample=async=1:first_pts=0,asplit=%d%s"
              .formatted(audioInput, ladder.audio().size(), labels("a", ladder.audio().size())));
    }
    return String.join(";", chains);
  }

  private static List<String> video(String input, List<VideoRendition> renditions) {
    boolean sameRate = renditions.stream().map(FilterGraph::rate).distinct().count() == 1;
    // Square pixels first; the same frames for all rungs where they have the same rate.
    String common = input + "scale=trunc(iw*sar/2)*2:ih,setsar=1";
    common += sameRate ? rate(renditions.getFirst()) : "";
    List<String> chains = new ArrayList<>();
    chains.add(common + ",split=%d%s".formatted(renditions.size(), labels("s", renditions.size())));
    for (int i = 0; i < renditions.size(); i++) {
      VideoRendition rendition = renditions.get(i);
      String size = rendition.width() + ":" + rendition.height();
      chains.add(
          "[s%d]scale=%s:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=%s:-1:-1,setsar=1,format=yuv420p%s[v%d]"
              .formatted(i, size, size, sameRate ? "" : rate(rendition), i));
    }
    return chains;
  }

  private static String rate(VideoRendition rendition) {
    return Ladder.keepsFrameRate(rendition)
        ? ""
        : ",fps=%d/%d".formatted(rendition.frameRateNumerator(), rendition.frameRateDenominator());
  }

  private static String labels(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "[%s%d]".formatted(prefix, i))
        .collect(Collectors.joining());
  }
}
