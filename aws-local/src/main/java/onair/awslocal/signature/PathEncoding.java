package onair.awslocal.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a service has its paths encoded before they are signed. */
public enum PathEncoding {
  /** S3, where every byte of a key counts. */
  ONCE {
    @Override
    String canonical(String path) {
      return PercentCode.encode(PercentCode.decode(path), true);
    }
  },
  /** All other services; dots and double slashes are taken out before. */
  TWICE {
    @Override
    String canonical(String path) {
      return PercentCode.encode(normalized(path).getBytes(StandardCharsets.UTF_8), true);
    }
  };

  /** The path of the canonical request, of a raw path. */
  abstract String canonical(String path);

  private static String normalized(String path) {
    Deque<String> segments = new ArrayDeque<>();
    boolean folder = true;
    for (String segment : path.split("/", -1)) {
      folder = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!folder) {
        segments.addLast(segment);
      }
    }
    String joined = "/" + String.join("/", segments);
    return folder && !segments.isEmpty() ? joined + "/" : joined;
  }
}
