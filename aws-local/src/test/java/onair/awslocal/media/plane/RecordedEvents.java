package onair.awslocal.media.plane;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.media.EncoderEvents;
import org.jspecify.annotations.Nullable;

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

  @Override
  public void inputSwitched(String input, @Nullable String action) {
    all.add("inputSwitched: " + input + " by " + action);
  }

  @Override
  public void inputEnded(String input) {
    all.add("inputEnded: " + input);
  }

  @Override
  public void pushConnected(String push) {
    all.add("pushConnected: " + push);
  }

  @Override
  public void pushLost(String push, String reason) {
    all.add("pushLost: " + push + ": " + reason);
  }

  @Override
  public void imageRefused(String reason) {
    all.add("imageRefused: " + reason);
  }
}
