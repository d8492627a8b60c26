package onair.channel;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small pictures at addresses of HTTP. */
record Pictures(Path folder, HttpServer server) implements AutoCloseable {

  private static final int SIZE = 40;

  static Pictures in(Path folder) {
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    return new Pictures(folder, server);
  }

  /** A square of one colour. */
  String png(String name, Color colour) throws IOException {
    var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
