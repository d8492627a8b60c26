import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One measurement of one address: {@code java Load.java <url> <seconds> <connections> <requests per
 * second> [<header: value>…]}. Prints one line of JSON.
 *
 * <p>A rate of 0 is a closed loop: each connection sends its next request when it has the answer to
 * the last one. Any other rate is an open loop: request i is due at i/rate, whether earlier ones
 * were answered or not, and its latency counts from when it was due, so that a stall is felt by all
 * that came during it.
 */
final class Load {

  public static void main(String[] arguments) throws Exception {
    URI url = URI.create(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    int connections = Integer.parseInt(arguments[2]);
    double rate = Double.parseDouble(arguments[3]);
    var request =
        new StringBuilder("GET " + url.getRawPath() + query(url) + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n");
    for (int i = 4; i < arguments.length; i++) {
      request.append(arguments[i]).append("\r\n");
    }
    byte[] bytes = request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);

    var next = new AtomicLong();
    var failed = new AtomicLong();
    var latencies = new ConcurrentLinkedQueue<long[]>();
    long begun = System.nanoTime() + 50_000_000;
    long end = begun + (long) (seconds * 1e9);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (var connection = new Connection(url)) {
                      latencies.add(run(connection, bytes, next, failed, begun, end, rate));
                    } catch (IOException broken) {
                      failed.incrementAndGet();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    double took = (Math.max(System.nanoTime(), end) - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"requests\": %d, \"failed\": %d, \"requests_per_second\": %.1f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f}%n",
        all.length, failed.get(), all.length / took, at(all, 0.5), at(all, 0.99), at(all, 1));
  }

  private static long[] run(
      Connection connection, byte[] request, AtomicLong next, AtomicLong failed, long begun, long end, double rate)
      throws IOException {
    var latencies = new long[1024];
    int count = 0;
    while (true) {
      long due = rate == 0 ? Math.max(System.nanoTime(), begun) : begun + (long) (next.getAndIncrement() * 1e9 / rate);
      if (due >= end) {
        return Arrays.copyOf(latencies, count);
      }
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      if (connection.ask(request) != 200) {
        failed.incrementAndGet();
      }
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, count * 2);
      }
      latencies[count++] = System.nanoTime() - due;
    }
  }

  private static String query(URI url) {
    return url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }

  /** One kept connection; reads answers with a Content-Length, which is all there are here. */
  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(URI url) throws IOException {
      this.socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      this.in = new BufferedInputStream(socket.getInputStream(), 8192);
      this.out = socket.getOutputStream();
    }

    /** Sends a request and reads its answer; returns the status. */
    int ask(byte[] request) throws IOException {
      out.write(request);
      int status = Integer.parseInt(line().substring(9, 12));
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      in.skipNBytes(length);
      return status;
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int read = in.read(); read != '\n'; read = in.read()) {
        if (read < 0) {
          throw new IOException("The connection was closed");
        }
        if (read != '\r') {
          line.append((char) read);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
