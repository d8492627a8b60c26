package onair.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * hls.js in a page of its own that writes down, ten times a second, which colour its picture has,
 * and every time it ran out of media.
 */
final class ColorPlayer implements AutoCloseable {

  private static final String SCRIPT =
      """
      url => {
        const video = document.createElement('video');
        video.muted = true;
        document.body.appendChild(video);
        const canvas = document.createElement('canvas');
        canvas.width = 16;
        canvas.height = 9;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        window.seen = [];
        window.stalls = [];
        window.failures = [];
        let begun = false;
        video.addEventListener('playing', () => { begun = true; });
        video.addEventListener('waiting', () => {
          if (begun) window.stalls.push('waiting at ' + video.currentTime);
        });
        const hls = new Hls({ liveSyncDurationCount: 4 });
        hls.on(Hls.Events.ERROR, (event, data) => {
          if (data.details === 'bufferStalledError') {
            window.stalls.push('stalled at ' + video.currentTime);
          } else {
            window.failures.push(data.type + ' ' + data.details + (data.fatal ? ' fatal' : ''));
          }
        });
        hls.loadSource(url);
        hls.attachMedia(video);
        video.play();
        setInterval(() => {
          if (!begun) return;
          context.drawImage(video, 0, 0, 16, 9);
          const pixels = context.getImageData(0, 0, 16, 9).data;
          let red = 0, green = 0, blue = 0;
          for (let i = 0; i < pixels.length; i += 4) {
            red += pixels[i]; green += pixels[i + 1]; blue += pixels[i + 2];
          }
          const of = sum => sum / (pixels.length / 4);
          const high = sum => of(sum) > 180, low = sum => of(sum) < 75;
          const color =
            high(red) && low(green) && high(blue) ? 'magenta'
            : low(red) && high(green) && high(blue) ? 'cyan'
            : low(red) && high(green) && low(blue) ? 'green'
            : 'other';
          if (window.seen[window.seen.length - 1] !== color) window.seen.push(color);
        }, 100);
      }
      """;

  private final Page page;

  private ColorPlayer(Page page) {
    this.page = page;
  }

  /**
   * @param hlsJs the library's file
   */
  static ColorPlayer play(Browser browser, Path hlsJs, String url) {
    Page page = browser.newPage();
    page.setContent("<!doctype html><title>player</title><body></body>");
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(hlsJs));
    page.evaluate(SCRIPT, url);
    return new ColorPlayer(page);
  }

  /** The colours shown so far, each change once, in their order. */
  List<String> seen() {
    return strings("window.seen");
  }

  /** Where it ran out of media after it had begun to play. */
  List<String> stalls() {
    return strings("window.stalls");
  }

  /** What else hls.js complained about. */
  List<String> failures() {
    return strings("window.failures");
  }

  double position() {
    return ((Number) page.evaluate("document.querySelector('video').currentTime")).doubleValue();
  }

  private List<String> strings(String expression) {
    List<String> strings = new ArrayList<>();
    if (page.evaluate(expression) instanceof List<?> list) {
      list.forEach(item -> strings.add(String.valueOf(item)));
    }
    return strings;
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    page.close();
  }
}
