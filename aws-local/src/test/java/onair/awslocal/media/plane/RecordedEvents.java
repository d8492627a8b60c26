package onair.awslocal.media.plane;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.media.EncoderEvents;

/** The events of one channel, in order. */
final class RecordedEvents implements EncoderEvents {

  final List<String> all = new CopyOnWriteArrayList<>();

  @Override
  public void inputConnected() {
    all.add("inputConnected");
  }

  @Override
  public void firstOutput() {
    all.add("firstOutput");
  }

  @Override
  public void inputLost() {
    all.add("inputLost");
  }

  @Override
  public void pipelineFailed(String reason) {
    all.add("pipelineFailed: " + reason);
  }
}
