package onair.common.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a view writes; nothing of it reaches the caller. */
final class ViewResponse extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;
  private @Nullable String contentType;

  ViewResponse(HttpServletResponse response) {
    super(response);
  }

  boolean isSuccess() {
    return status == SC_OK;
  }

  byte[] body() {
    return body.toByteArray();
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        body.write(one);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        body.write(bytes, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("A view is written at once");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void sendError(int code) {
    status = code;
  }

  @Override
  public void sendError(int code, @Nullable String message) {
    status = code;
  }

  @Override
  public void sendRedirect(String location) {
    status = SC_FOUND;
  }

  @Override
  public void setContentType(@Nullable String type) {
    contentType = type;
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public boolean containsHeader(String name) {
    return false;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return null;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return List.of();
  }

  @Override
  public Collection<String> getHeaderNames() {
    return List.of();
  }

  @Override
  public void setHeader(String name, @Nullable String value) {}

  @Override
  public void addHeader(String name, @Nullable String value) {}

  @Override
  public void setDateHeader(String name, long date) {}

  @Override
  public void addDateHeader(String name, long date) {}

  @Override
  public void setIntHeader(String name, int value) {}

  @Override
  public void addIntHeader(String name, int value) {}

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void setCharacterEncoding(@Nullable String encoding) {}

  @Override
  public void setBufferSize(int size) {}

  @Override
  public void flushBuffer() {}

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void reset() {
    body.reset();
    status = SC_OK;
  }
}
