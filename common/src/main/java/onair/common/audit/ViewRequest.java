package onair.common.audit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GET in the name of another request, which does not notice: no query, no conditions, no body,
 * and what is remembered of it stays here.
 */
final class ViewRequest extends HttpServletRequestWrapper {

  private static final String JSON = "application/json";

  private final String path;
  private final Map<String, Optional<Object>> own = new HashMap<>();

  ViewRequest(HttpServletRequest request, String path) {
    super(request);
    this.path = path;
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(path);
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase("Accept") ? JSON : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase("Accept")
        ? Collections.enumeration(List.of(JSON))
        : Collections.emptyEnumeration();
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(List.of("Accept"));
  }

  @Override
  public long getDateHeader(String name) {
    return -1;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public ServletInputStream getInputStream() {
    return Nothing.STREAM;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    Optional<Object> mine = own.get(name);
    return mine == null ? super.getAttribute(name) : mine.orElse(null);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    own.put(name, Optional.ofNullable(value));
  }

  @Override
  public void removeAttribute(String name) {
    own.put(name, Optional.empty());
  }

  /** No body. */
  private static final class Nothing extends ServletInputStream {

    static final Nothing STREAM = new Nothing();

    @Override
    public int read() {
      return -1;
    }

    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("There is nothing to read");
    }
  }
}
