package onair.awslocal.mediapackagev2;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceTypeNotFound;

/** Everything MediaPackage v2 keeps. Whoever changes something does it {@link #exclusively}. */
final class PackageState {

  private final ReentrantLock lock = new ReentrantLock();
  private final Rows<GroupRow> groups;
  private final Rows<ChannelRow> channels;
  private final Rows<EndpointRow> endpoints;
  private final Rows<HarvestRow> harvests;

  PackageState(StateStore store) {
    this.groups =
        new Rows<>(
            ResourceTypeNotFound.CHANNEL_GROUP,
            store.table(
                "mediapackagev2-groups",
                SdkRows.codec(GroupRow.class, List.of(GetChannelGroupResponse.class))));
    this.channels =
        new Rows<>(
            ResourceTypeNotFound.CHANNEL,
            store.table(
                "mediapackagev2-channels",
                SdkRows.codec(ChannelRow.class, List.of(GetChannelResponse.class))));
    this.endpoints =
        new Rows<>(
            ResourceTypeNotFound.ORIGIN_ENDPOINT,
            store.table(
                "mediapackagev2-endpoints",
                SdkRows.codec(EndpointRow.class, List.of(GetOriginEndpointResponse.class))));
    this.harvests =
        new Rows<>(
            ResourceTypeNotFound.HARVEST_JOB,
            store.table(
                "mediapackagev2-harvest-jobs",
                SdkRows.codec(HarvestRow.class, List.of(GetHarvestJobResponse.class))));
  }

  /** Lets the ledger write down what happens to groups, channels, endpoints and harvest jobs. */
  void record(Ledger ledger) {
    groups.watch(
        ledger, Watched.stateless("mediapackagev2", "channel-group", row -> row.resource().arn()));
    channels.watch(
        ledger, Watched.stateless("mediapackagev2", "channel", row -> row.resource().arn()));
    endpoints.watch(
        ledger,
        Watched.stateless("mediapackagev2", "origin-endpoint", row -> row.resource().arn()));
    harvests.watch(
        ledger,
        new Watched<>(
            "mediapackagev2",
            "harvest-job",
            row -> row.resource().arn(),
            row -> row.resource().statusAsString(),
            row -> Map.of()));
  }

  Rows<GroupRow> groups() {
    return groups;
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

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** Like {@link #exclusively(Supplier)} for something without a result. */
  void exclusively(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses an update that was made for another version; none given means any. */
  static void requireETag(@Nullable String given, String current) {
    if (given != null && !given.equals(current)) {
      throw Refusals.conflict(
          ConflictExceptionType.CONFLICTING_OPERATION,
          "The entity tag does not match the resource's current entity tag");
    }
  }
}
