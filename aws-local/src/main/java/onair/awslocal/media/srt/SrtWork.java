package onair.awslocal.media.srt;

import java.io.IOException;
import java.util.List;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;

/** What is done with the processes of one supervised end of SRT. */
interface SrtWork {

  /** For ffmpeg, which talks to this port on 127.0.0.1. */
  List<String> arguments(SrtEnd end, int port);

  /** Moves bytes until the process ends or no more can be done with it. */
  void run(Process process) throws IOException, InterruptedException;

  void connected(String peer);

  /** The process that was connected is gone. */
  void disconnected();

  void refused(SrtRefusal refusal);
}
