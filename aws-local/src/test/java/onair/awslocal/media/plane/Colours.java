package onair.awslocal.media.plane;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import onair.awslocal.media.Thumbnail;

/** What colour a small picture has at a place, roughly. */
final class Colours {

  private static final int BRIGHT = 150;
  private static final int DARK = 110;

  private Colours() {}

  /** In its middle. */
  static String of(Thumbnail picture) {
    return at(picture, 0.5, 0.5);
  }

  /**
   * {@code red}, {@code green}, {@code blue}, {@code white}, {@code black} or the numbers.
   *
   * @param x from 0 to 1, left to right
   * @param y from 0 to 1, top to bottom
   */
  static String at(Thumbnail picture, double x, double y) {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    int rgb = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
    return name(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  private static String name(int red, int green, int blue) {
    if (red > BRIGHT && green > BRIGHT && blue > BRIGHT) {
      return "white";
    }
    if (red < DARK && green < DARK && blue < DARK) {
      return "black";
    }
    if (red > BRIGHT && green < DARK && blue < DARK) {
      return "red";
    }
    if (green > BRIGHT && red < DARK && blue < DARK) {
      return "green";
    }
    return blue > BRIGHT && red < DARK && green < DARK
        ? "blue"
        : "%d/%d/%d".formatted(red, green, blue);
  }
}
