package onair.awslocal.media.srt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.encoder.Leftovers;

/**
 * The ffmpeg that speaks SRT. One that listens for nobody does not end when we are killed, so each
 * is remembered.
 *
 * @param path the executable
 * @param leftovers where they are remembered
 */
record SrtProgram(Path path, Leftovers leftovers) {

  Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(path.toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).start();
    try {
      leftovers.remember(process);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    return process;
  }

  /** It has ended. */
  void ended(Process process) {
    leftovers.forget(process);
  }
}
