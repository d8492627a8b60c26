package onair.awslocal.mediatailor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.mediatailor.ArnTable.Kind;
import onair.awslocal.protocol.SdkJson;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediatailor.model.Channel;
import software.amazon.awssdk.services.mediatailor.model.DescribeProgramResponse;
import software.amazon.awssdk.services.mediatailor.model.LiveSource;
import software.amazon.awssdk.services.mediatailor.model.PrefetchSchedule;
import software.amazon.awssdk.services.mediatailor.model.SourceLocation;
import software.amazon.awssdk.services.mediatailor.model.TimeShiftConfiguration;
import software.amazon.awssdk.services.mediatailor.model.VodSource;

/**
 * Everything that channel assembly and prefetching keep. Many of their rules look at several
 * resources at once, so there is one lock.
 */
final class AssemblyState {

  private final ReentrantLock lock = new ReentrantLock();
  private final ArnTable<SourceLocation> locations;
  private final ArnTable<VodSource> vodSources;
  private final ArnTable<LiveSource> liveSources;
  private final ArnTable<ChannelRow> channels;
  private final ArnTable<DescribeProgramResponse> programs;
  private final ArnTable<PrefetchSchedule> prefetches;

  AssemblyState(StateStore store) {
    this.locations =
        new ArnTable<>(
            new Kind<>(
                "sourceLocation",
                "source location",
                SourceLocation::arn,
                SourceLocation::tags,
                (row, tags) -> row.toBuilder().tags(tags).build()),
            store.table("mediatailor-source-locations", SdkJson.codec(SourceLocation.class)));
    this.vodSources =
        new ArnTable<>(
            new Kind<>(
                "vodSource",
                "VOD source",
                VodSource::arn,
                VodSource::tags,
                (row, tags) -> row.toBuilder().tags(tags).build()),
            store.table("mediatailor-vod-sources", SdkJson.codec(VodSource.class)));
    this.liveSources =
        new ArnTable<>(
            new Kind<>(
                "liveSource",
                "live source",
                LiveSource::arn,
                LiveSource::tags,
                (row, tags) -> row.toBuilder().tags(tags).build()),
            store.table("mediatailor-live-sources", SdkJson.codec(LiveSource.class)));
    this.channels =
        new ArnTable<>(
            new Kind<>(
                "channel",
                "channel",
                row -> row.resource().arn(),
                row -> row.resource().tags(),
                (row, tags) -> row.with(channel -> channel.tags(tags))),
            store.table(
                "mediatailor-channels",
                SdkRows.codec(
                    ChannelRow.class, List.of(Channel.class, TimeShiftConfiguration.class))));
    this.programs =
        new ArnTable<>(
            Kind.untagged("program", "program", DescribeProgramResponse::arn),
            store.table("mediatailor-programs", SdkJson.codec(DescribeProgramResponse.class)));
    this.prefetches =
        new ArnTable<>(
            Kind.untagged("prefetchSchedule", "prefetch schedule", PrefetchSchedule::arn),
            store.table("mediatailor-prefetch-schedules", SdkJson.codec(PrefetchSchedule.class)));
  }

  /** Lets the ledger write down what happens to channels. */
  void record(Ledger ledger) {
    channels.watch(
        ledger,
        new Watched<>(
            "mediatailor",
            "channel",
            row -> row.resource().arn(),
            row -> row.resource().channelState(),
            row -> Map.of("tier", String.valueOf(row.resource().tier()))));
  }

  ArnTable<SourceLocation> locations() {
    return locations;
  }

  ArnTable<VodSource> vodSources() {
    return vodSources;
  }

  ArnTable<LiveSource> liveSources() {
    return liveSources;
  }

  ArnTable<ChannelRow> channels() {
    return channels;
  }

  ArnTable<DescribeProgramResponse> programs() {
    return programs;
  }

  ArnTable<PrefetchSchedule> prefetches() {
    return prefetches;
  }

  /** Empty when the ARN is of none of these. */
  Optional<Map<String, String>> tags(String arn) {
    return Stream.of(locations, vodSources, liveSources, channels)
        .flatMap(table -> table.tags(arn).stream())
        .findFirst();
  }

  /** Says whether there is such a resource. */
  boolean retag(String arn, UnaryOperator<Map<String, String>> change) {
    return Stream.of(locations, vodSources, liveSources, channels)
        .anyMatch(table -> table.retag(arn, change));
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
