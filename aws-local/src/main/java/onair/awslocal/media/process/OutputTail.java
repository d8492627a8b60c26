package onair.awslocal.media.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines that a process says, and so lets it go on talking. */
public final class OutputTail {

  private static final int FEW = 20;
  private static final int LONGEST_LINE = 400;

  private final int most;
  private final Deque<String> lines = new ArrayDeque<>();

  /** Keeps the last few lines. */
  public OutputTail() {
    this(FEW);
  }

  /** Keeps the last so many lines. */
  public OutputTail(int most) {
    this.most = most;
  }

  /** Reads until the process has nothing more to say. */
  public void read(InputStream output) {
    try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(standard error is gone: %s)".formatted(e.getMessage()));
    }
  }

  private synchronized void add(String line) {
    lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
    if (lines.size() > most) {
      lines.remove();
    }
  }

  /** So far, oldest first. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
