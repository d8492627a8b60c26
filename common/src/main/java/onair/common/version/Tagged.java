package onair.common.version;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * One resource and its {@code ETag}. It cannot be made without a version, so a controller that
 * returns it cannot forget the tag. Source: RFC 9110 section 8.8.3.
 */
public final class Tagged<T> extends ResponseEntity<T> {

  /** Between the version and what else is shown. */
  static final String STATE = ".";

  private static final String OPERATION_LOCATION = "Operation-Location";

  private Tagged(HttpStatusCode status, HttpHeaders headers, T body) {
    super(body, headers, status);
  }

  /** 200: as it is, or as it has become. */
  public static <T> Tagged<T> found(long version, T body) {
    return of(HttpStatus.OK, version, body);
  }

  /** 201: it is there from now on. */
  public static <T> Tagged<T> created(long version, T body, String location) {
    return of(HttpStatus.CREATED, version, body).at(location);
  }

  /** 202: what was asked for is written down, and goes on after the reply. */
  public static <T> Tagged<T> accepted(long version, T body) {
    return of(HttpStatus.ACCEPTED, version, body);
  }

  /**
   * The same, of a resource that shows besides what changes by itself, and often. The tag is
   * another whenever that is, so that no cache keeps it; {@link IfMatch} looks at the version
   * alone.
   *
   * @param state letters and digits
   */
  public Tagged<T> showing(String state) {
    String tag = Objects.requireNonNull(getHeaders().getETag());
    return with(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + STATE + state + "\"");
  }

  /** The same, with the address of the new resource. */
  public Tagged<T> at(String location) {
    return with(HttpHeaders.LOCATION, URI.create(location).toASCIIString());
  }

  /** The same, with the operation that tells what became of it. */
  public Tagged<T> operation(String operationId) {
    return with(OPERATION_LOCATION, "/v1/operations/" + operationId);
  }

  /** The same, with one more header. */
  public Tagged<T> with(String name, String value) {
    var more = new HttpHeaders();
    more.putAll(getHeaders());
    more.set(name, value);
    return new Tagged<>(getStatusCode(), more, body());
  }

  private T body() {
    T body = getBody();
    if (body == null) {
      throw new IllegalStateException("a resource has a body");
    }
    return body;
  }

  private static <T> Tagged<T> of(HttpStatus status, long version, T body) {
    var headers = new HttpHeaders();
    headers.setETag(tag(version));
    return new Tagged<>(status, headers, body);
  }

  /** A strong tag with its quotes. */
  static String tag(long version) {
    return "\"" + version + "\"";
  }
}
