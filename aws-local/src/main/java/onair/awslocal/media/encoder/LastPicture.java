package onair.awslocal.media.encoder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.media.packager.OutputTap;
import org.jspecify.annotations.Nullable;

/** Keeps the last GOP of the rendition that makes the best small picture. Safe from any thread. */
final class LastPicture implements OutputTap {

  private static final int LARGE_ENOUGH = 300;

  private final int index;
  private byte[] header = {};
  private volatile @Nullable Coded latest;

  /**
   * One coded picture that can be decoded alone.
   *
   * @param bytes a fragmented MP4 that begins with it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  record Coded(byte[] bytes, Instant at) {}

  LastPicture(List<VideoRendition> video) {
    Comparator<Integer> byWidth = Comparator.comparingInt(i -> video.get(i).width());
    this.index =
        IntStream.range(0, video.size())
            .boxed()
            .filter(i -> video.get(i).width() >= LARGE_ENOUGH)
            .min(byWidth)
            .or(() -> IntStream.range(0, video.size()).boxed().max(byWidth))
            .orElse(-1);
  }

  @Override
  public void header(byte[] whole, List<Track> tracks) {
    if (index >= 0) {
      header = tracks.get(index).init();
    }
  }

  @Override
  public void fragment(int track, Fragment fragment) {
    if (track == index && fragment.keyframe()) {
      byte[] bytes = new byte[header.length + fragment.bytes().length];
      System.arraycopy(header, 0, bytes, 0, header.length);
      System.arraycopy(fragment.bytes(), 0, bytes, header.length, fragment.bytes().length);
      latest = new Coded(bytes, Instant.now());
    }
  }

  Optional<Coded> latest() {
    return Optional.ofNullable(latest);
  }
}
