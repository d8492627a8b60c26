package onair.awslocal.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import org.jspecify.annotations.Nullable;

/** Objects as an origin gives them to the CDN. Who may read them is decided before. */
public final class ObjectAnswer {

  /** What is held in memory for one answer; more is to be asked for by ranges. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private static final Duration NOT_SAID = Duration.ofSeconds(-1);
  private static final Pattern AGE = Pattern.compile("(s-maxage|max-age)\\s*=\\s*\"?(\\d{1,9})");

  private ObjectAnswer() {}

  /** The object of that key, or the part that is asked for; empty when there is none. */
  public static Optional<OriginResponse> of(Bucket bucket, String key, OriginRequest request) {
    try {
      Optional<OpenObject> opened = bucket.open(key);
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      try (OpenObject open = opened.get()) {
        return Optional.of(answer(open, request.headers().get("range")));
      }
    } catch (IOException e) {
      return Optional.of(OriginResponse.refusal(500, "The object cannot be read now."));
    } catch (ByteRange.Unsatisfiable e) {
      return Optional.of(OriginResponse.refusal(416, String.valueOf(e.getMessage())));
    }
  }

  /**
   * How long a cache may keep it, by the {@code Cache-Control} header; negative when it says
   * nothing of that.
   */
  static Duration lifetime(@Nullable String cacheControl) {
    if (cacheControl == null) {
      return NOT_SAID;
    }
    String said = cacheControl.toLowerCase(Locale.ROOT);
    if (said.contains("no-store") || said.contains("no-cache") || said.contains("private")) {
      return Duration.ZERO;
    }
    Duration lifetime = NOT_SAID;
    Matcher age = AGE.matcher(said);
    while (age.find()) {
      Duration seconds = Duration.ofSeconds(Long.parseLong(age.group(2)));
      if (age.group(1).equals("s-maxage")) {
        return seconds;
      }
      lifetime = seconds;
    }
    return lifetime;
  }

  private static OriginResponse answer(OpenObject open, @Nullable String range) throws IOException {
    StoredObject object = open.object();
    Optional<ByteRange> part = ByteRange.of(range, object.size());
    long length = part.map(ByteRange::length).orElse(object.size());
    if (length > MOST_BYTES) {
      return OriginResponse.refusal(
          502, "The object has more than " + MOST_BYTES + " bytes; ask for parts of it.");
    }
    try (InputStream in = open.from(part.map(ByteRange::first).orElse(0L))) {
      byte[] body = in.readNBytes((int) length);
      return new OriginResponse(
          part.isPresent() ? 206 : 200,
          object.meta().contentType(),
          lifetime(object.meta().cacheControl()),
          body,
          part.map(ByteRange::contentRange).orElse(null));
    }
  }
}
