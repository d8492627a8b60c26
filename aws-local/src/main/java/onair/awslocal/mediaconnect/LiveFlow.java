package onair.awslocal.mediaconnect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onair.awslocal.media.FlowEvents;
import onair.awslocal.media.SrtRefusal;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Source;

/** What is known of a flow that runs, and only while it does: who is connected, who is refused. */
final class LiveFlow implements FlowEvents {

  private final Supplier<Optional<FlowRow>> row;
  private final FlowNews news;
  private final FlowMeasures measures;
  private final Map<String, String> peers = new ConcurrentHashMap<>();
  private final Map<String, SrtRefusal> refusals = new ConcurrentHashMap<>();
  private final Set<String> sources = new HashSet<>();

  /**
   * @param row as it is now; empty when the flow is gone
   */
  LiveFlow(Supplier<Optional<FlowRow>> row, FlowNews news, FlowMeasures measures) {
    this.row = row;
    this.news = news;
    this.measures = measures;
  }

  /** Numeric address of the other side of a source or output; null when there is none. */
  @Nullable String peer(String id) {
    return peers.get(id);
  }

  /** Why nobody is connected, where somebody tried, for people. */
  List<String> errors(FlowRow flow) {
    List<String> sources =
        flow.resource().sources().stream()
            .flatMap(source -> error("Source", source.name(), FlowPlan.id(source)).stream())
            .toList();
    List<String> outputs =
        flow.resource().outputs().stream()
            .flatMap(output -> error("Output", output.name(), FlowPlan.id(output)).stream())
            .toList();
    return Stream.concat(sources.stream(), outputs.stream()).toList();
  }

  @Override
  public void sourceConnected(String id, String peer) {
    connected(id, peer);
    told(id, (flow, arn) -> news.source(flow, arn, true));
    health(() -> sources.add(id));
  }

  @Override
  public void sourceLost(String id) {
    peers.remove(id);
    told(
        id,
        (flow, arn) -> {
          measures.lost(arn);
          news.source(flow, arn, false);
        });
    health(() -> sources.remove(id));
  }

  @Override
  public void refused(String id, SrtRefusal refusal) {
    refusals.put(id, refusal);
    told(id, (flow, arn) -> news.alert(flow, arn, refusal.name(), words(refusal)));
  }

  @Override
  public void outputConnected(String id, String peer) {
    connected(id, peer);
    told(id, (flow, arn) -> news.output(flow, arn, true));
  }

  @Override
  public void outputLost(String id) {
    peers.remove(id);
    told(id, (flow, arn) -> news.output(flow, arn, false));
  }

  /**
   * Tells when the first source comes or the last one leaves; sources come and go in any thread.
   */
  private void health(Runnable change) {
    synchronized (sources) {
      boolean before = !sources.isEmpty();
      change.run();
      boolean after = !sources.isEmpty();
      if (before != after) {
        row.get().ifPresent(flow -> news.flow(flow.arn(), after));
      }
    }
  }

  private void connected(String id, String peer) {
    peers.put(id, peer);
    refusals.remove(id);
  }

  private Optional<String> error(String kind, String name, String id) {
    return Optional.ofNullable(refusals.get(id))
        .map(refusal -> "%s %s: %s".formatted(kind, name, words(refusal)));
  }

  private static String words(SrtRefusal refusal) {
    return switch (refusal) {
      case WRONG_PASSPHRASE -> "a connection was refused, the passphrase is wrong";
      case ENCRYPTION_MISMATCH -> "a connection was refused, only one side has a passphrase";
      case ADDRESS_NOT_ALLOWED -> "a connection was refused, its address is not in the allow list";
      case OTHER -> "a connection was refused";
    };
  }

  private void told(String id, BiConsumer<String, String> news) {
    row.get().ifPresent(flow -> arn(flow, id).ifPresent(arn -> news.accept(flow.arn(), arn)));
  }

  private static Optional<String> arn(FlowRow flow, String id) {
    Optional<String> source =
        flow.resource().sources().stream()
            .filter(part -> FlowPlan.id(part).equals(id))
            .map(Source::sourceArn)
            .findFirst();
    return source.or(
        () ->
            flow.resource().outputs().stream()
                .filter(part -> FlowPlan.id(part).equals(id))
                .map(Output::outputArn)
                .findFirst());
  }
}
