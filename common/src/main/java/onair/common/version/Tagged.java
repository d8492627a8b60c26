package onair.common.version;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * One resource and its {@code ETag}. It cannot be made without a version, so a controller that
 * returns it cannot forget the tag. Source: RFC 9110 section 8.8.3.
 */
public final class Tagged<T> extends ResponseEntity<T> {

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
