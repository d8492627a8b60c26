package onair.awslocal.media.plane;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How this machine moves video.
 *
 * @param address where publishers connect
 * @param rtmpPort 0 for any free port
 * @param data folder for segments, emptied at start, and for an unpacked ffmpeg
 * @param ffmpeg executable to use; null to look for one
 * @param preset of x264: {@code superfast} takes 0.6 core for 720p, 480p and 360p at 30 frames per
 *     second; {@code ultrafast} less, and looks worse
 * @param maxEncoders channels that may be started at a time
 */
public record MediaPlaneConfig(
    InetAddress address,
    int rtmpPort,
    Path data,
    @Nullable Path ffmpeg,
    String preset,
    int maxEncoders) {

  /** The preset that {@link #defaultMaxEncoders} is computed for. */
  public static final String DEFAULT_PRESET = "superfast";

  private static final double CORES_PER_LADDER = 0.6;
  private static final double CORES_FOR_THE_REST = 0.5;

  /** How many ladders this many cores encode in real time, with some left for everything else. */
  public static int defaultMaxEncoders(int cores) {
    return Math.max(1, (int) ((cores - CORES_FOR_THE_REST) / CORES_PER_LADDER));
  }
}
