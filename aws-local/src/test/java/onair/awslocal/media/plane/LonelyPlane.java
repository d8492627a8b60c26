package onair.awslocal.media.plane;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import onair.awslocal.media.encoder.Ffmpeg;

/** A media plane in a JVM of its own, which can be killed. */
final class LonelyPlane {

  private LonelyPlane() {}

  static Process launch(Path folder, Ffmpeg ffmpeg) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LonelyPlane.class.getName(),
            folder.toString(),
            ffmpeg.path().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The port it says it listens on. */
  static int port(Process jvm) throws IOException {
    BufferedReader output = jvm.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("port ")) {
        return Integer.parseInt(line.substring("port ".length()));
      }
    }
    throw new IOException("it ended without a word about its port");
  }

  @SuppressWarnings("SystemOut") // it talks to the test that launched it
  static void main(String[] args) throws Exception {
    MediaPlaneConfig config =
        new MediaPlaneConfig(
            InetAddress.getByName("127.0.0.1"),
            0,
            Path.of(args[0]),
            Path.of(args[1]),
            "ultrafast",
            1);
    MediaPlane plane = MediaPlane.start(config, InstantSource.system());
    plane.origin().openChannel(Studio.TARGET);
    plane.encoders().openIngest(Studio.POINT);
    plane.encoders().start(Studio.job(), new RecordedEvents());
    System.out.println("port " + plane.rtmpPort());
    Thread.currentThread().join();
  }
}
