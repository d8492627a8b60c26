package onair.channel;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the encoder of the one channel there is has written into the bucket of channels. */
final class StoredSegments {

  /** A ladder that costs a test little. */
  static final String LADDER =
      """
      {"name":"tiny","frame_rate":24,"gop_seconds":1,
       "video":[{"name":"v180","width":320,"height":180,"bits_per_second":300000}]}
      """;

  private static final int FAR = 60;

  private final S3Client s3;
  private final Path folder;

  /**
   * @param folder for what is decoded
   */
  StoredSegments(S3Client s3, Path folder) {
    this.s3 = s3;
    this.folder = folder;
  }

  /** Whether the newest picture is of that colour in its upper left corner. */
  boolean cornerIs(Color colour) throws IOException, InterruptedException {
    return near(newest().getRGB(8, 8), colour);
  }

  /** Whether the newest picture is of that colour in its middle. */
  boolean middleIs(Color colour) throws IOException, InterruptedException {
    return near(newest().getRGB(160, 90), colour);
  }

  /** The bytes of all segments that are kept, one character each. */
  String all() throws IOException {
    var all = new StringBuilder();
    for (String key : keys()) {
      if (key.endsWith(".m4s")) {
        all.append(text(key, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private BufferedImage newest() throws IOException, InterruptedException {
    String playlist =
        keys().stream().filter(key -> key.endsWith("_v180.m3u8")).findFirst().orElseThrow();
    String beside = playlist.substring(0, playlist.lastIndexOf('/') + 1);
    List<String> lines = text(playlist, StandardCharsets.UTF_8).lines().toList();
    String init =
        lines.stream()
            .filter(line -> line.startsWith("#EXT-X-MAP"))
            .reduce((first, second) -> second)
            .orElseThrow()
            .replaceAll(".*URI=\"([^\"]+)\".*", "$1");
    var film = new ByteArrayOutputStream();
    film.write(bytes(beside + init));
    film.write(bytes(beside + lines.getLast()));
    Path source = Files.write(folder.resolve("newest.mp4"), film.toByteArray());
    Path picture = folder.resolve("newest.png");
    String command = "ffmpeg -nostdin -y -loglevel error -i %s -frames:v 1 %s";
    int ended = new ProcessBuilder(command.formatted(source, picture).split(" ")).start().waitFor();
    if (ended != 0) {
      throw new IOException("no picture in " + lines.getLast());
    }
    return ImageIO.read(picture.toFile());
  }

  private List<String> keys() {
    String bucket = bucket();
    return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private String bucket() {
    return s3.listBuckets().buckets().getFirst().name();
  }

  private byte[] bytes(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket()).key(key)).asByteArray();
  }

  private String text(String key, Charset charset) {
    return new String(bytes(key), charset);
  }

  private static boolean near(int rgb, Color wanted) {
    var seen = new Color(rgb);
    return Math.abs(seen.getRed() - wanted.getRed()) < FAR
        && Math.abs(seen.getGreen() - wanted.getGreen()) < FAR
        && Math.abs(seen.getBlue() - wanted.getBlue()) < FAR;
  }
}
