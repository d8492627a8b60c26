package onair.awslocal.mediapackage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediapackage.model.Channel;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;

/** Everything MediaPackage keeps. Whoever changes something does it {@link #exclusively}. */
final class PackageState {

  private final ReentrantLock lock = new ReentrantLock();
  private final Rows<ChannelRow> channels;
  private final Rows<EndpointRow> endpoints;
  private final Rows<HarvestRow> harvests;

  PackageState(StateStore store) {
    this.channels =
        new Rows<>(
            "Channel",
            store.table(
                "mediapackage-channels", SdkRows.codec(ChannelRow.class, List.of(Channel.class))));
    this.endpoints =
        new Rows<>(
            "OriginEndpoint",
            store.table(
                "mediapackage-endpoints",
                SdkRows.codec(EndpointRow.class, List.of(OriginEndpoint.class))));
    this.harvests =
        new Rows<>(
            "HarvestJob",
            store.table(
                "mediapackage-harvest-jobs",
                SdkRows.codec(HarvestRow.class, List.of(HarvestJob.class))));
  }

  /** Lets the ledger write down what happens to channels, endpoints and harvest jobs. */
  void record(Ledger ledger) {
    channels.watch(
        ledger, Watched.stateless("mediapackage", "channel", row -> row.resource().arn()));
    endpoints.watch(
        ledger, Watched.stateless("mediapackage", "origin-endpoint", row -> row.resource().arn()));
    harvests.watch(
        ledger,
        new Watched<>(
            "mediapackage",
            "harvest-job",
            row -> row.resource().arn(),
            row -> row.resource().statusAsString(),
            row -> Map.of()));
  }

  Rows<ChannelRow> channels() {
    return channels;
  }

  Rows<EndpointRow> endpoints() {
    return endpoints;
  }

  Rows<HarvestRow> harvests() {
    return harvests;
  }

  List<EndpointRow> endpointsOf(Scope scope, String channelId) {
    return endpoints.in(scope).stream()
        .filter(row -> row.resource().channelId().equals(channelId))
        .toList();
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
