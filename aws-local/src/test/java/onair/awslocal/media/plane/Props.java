package onair.awslocal.media.plane;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import onair.awslocal.media.encoder.Ffmpeg;

/** Pictures and films at addresses of HTTP. */
final class Props implements AutoCloseable {

  private final Ffmpeg ffmpeg;
  private final Path folder;
  private final HttpServer server;

  private Props(Ffmpeg ffmpeg, Path folder, HttpServer server) {
    this.ffmpeg = ffmpeg;
    this.folder = folder;
    this.server = server;
  }

  static Props in(Ffmpeg ffmpeg, Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
          if (Files.exists(file)) {
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          } else {
            exchange.sendResponseHeaders(404, -1);
          }
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new Props(ffmpeg, folder, server);
  }

  String address(String name) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
  }

  /** A picture of one colour. */
  String picture(String name, Color colour, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
    return address(name);
  }

  /** A film of one colour with a tone. */
  String film(String name, String colour, int seconds) throws Exception {
    Path file = folder.resolve(name);
    List<String> command =
        List.of(
            ffmpeg.path().toString(),
            "-nostdin",
            "-loglevel",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            "color=c=%s:size=160x90:rate=10".formatted(colour),
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=440:sample_rate=44100",
            "-t",
            Integer.toString(seconds),
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "10",
            "-c:a",
            "aac",
            "-movflags",
            "+faststart",
            file.toString());
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new AssertionError("no film was made");
    }
    return address(name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
