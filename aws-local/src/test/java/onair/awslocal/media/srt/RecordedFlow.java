package onair.awslocal.media.srt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.media.FlowEvents;
import onair.awslocal.media.SrtRefusal;

/** What a flow told, in order, a line each. */
final class RecordedFlow implements FlowEvents {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void sourceConnected(String sourceId, String peer) {
    lines.add(sourceId + " connected with " + peer);
  }

  @Override
  public void sourceLost(String sourceId) {
    lines.add(sourceId + " lost");
  }

  @Override
  public void refused(String id, SrtRefusal refusal) {
    lines.add(id + " refused " + refusal);
  }

  @Override
  public void outputConnected(String outputId, String peer) {
    lines.add(outputId + " connected with " + peer);
  }

  @Override
  public void outputLost(String outputId) {
    lines.add(outputId + " lost");
  }
}
