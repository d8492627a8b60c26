package onair.awslocal.mediatailor;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.resource.Shapes;
import onair.awslocal.resource.Tags;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.DashConfiguration;
import software.amazon.awssdk.services.mediatailor.model.InsertionMode;
import software.amazon.awssdk.services.mediatailor.model.LogConfiguration;
import software.amazon.awssdk.services.mediatailor.model.OriginManifestType;
import software.amazon.awssdk.services.mediatailor.model.PlaybackConfiguration;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;

/** Playback configurations by name. */
final class Configurations {

  private static final int DEFAULT_PAGE = 100;

  private final Table<ConfigurationRow> table;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Configurations(StateStore store, InstantSource clock) {
    this.table =
        store.table(
            "mediatailor-configurations",
            SdkRows.codec(ConfigurationRow.class, List.of(PlaybackConfiguration.class)));
    this.clock = clock;
  }

  /** Lets the ledger write down what happens to them. */
  void record(Ledger ledger) {
    ledger.watch(
        table,
        Watched.stateless(
            "mediatailor",
            "playback-configuration",
            row -> row.resource().playbackConfigurationArn()));
  }

  /**
   * Makes one, or replaces all settings of the one with this name; what is left out goes back to
   * its default. Tags that are left out stay, and so does what was set about logs.
   */
  ConfigurationRow put(PutPlaybackConfigurationRequest request) {
    ConfigurationRules.check(request);
    Scope scope = Scope.current();
    lock.lock();
    try {
      Optional<ConfigurationRow> earlier = find(scope, request.name());
      PlaybackConfiguration.Builder resource =
          Shapes.fill(PlaybackConfiguration.builder(), request)
              .playbackConfigurationArn(
                  scope.arn("mediatailor", "playbackConfiguration/" + request.name()))
              .playbackEndpointPrefix(Addresses.playbackPrefix(scope))
              .sessionInitializationEndpointPrefix(
                  Addresses.prefix(scope, "session", request.name()))
              .hlsConfiguration(
                  h -> h.manifestEndpointPrefix(Addresses.prefix(scope, "master", request.name())))
              .dashConfiguration(dash(request));
      if (request.insertionMode() == null) {
        resource.insertionMode(InsertionMode.STITCHED_ONLY);
      }
      earlier.ifPresent(row -> keep(row.resource(), request, resource));
      var row =
          new ConfigurationRow(
              scope,
              resource.build(),
              earlier.map(ConfigurationRow::createdAt).orElseGet(clock::instant));
      table.put(row.key(), row);
      return row;
    } finally {
      lock.unlock();
    }
  }

  /** The configuration, or 404. */
  ConfigurationRow get(String name) {
    return find(Scope.current(), name)
        .orElseThrow(() -> Refusals.notFound("The playback configuration " + name));
  }

  Optional<ConfigurationRow> find(Scope scope, String name) {
    return table.get(scope.key(name));
  }

  /** One that is not there is deleted already. */
  void delete(String name) {
    table.remove(Scope.current().key(name));
  }

  Page<ConfigurationRow> page(@Nullable Integer size, @Nullable String token) {
    Scope scope = Scope.current();
    try {
      return Page.of(
          table.list().stream().filter(row -> row.scope().equals(scope)).toList(),
          ConfigurationRow::position,
          size == null ? DEFAULT_PAGE : size,
          token);
    } catch (Page.BadToken e) {
      throw Refusals.invalid("The pagination token is not valid");
    }
  }

  List<ConfigurationRow> all() {
    return table.list();
  }

  void logs(ConfigureLogsForPlaybackConfigurationRequest request) {
    LogConfiguration logs = Shapes.fill(LogConfiguration.builder(), request).build();
    String name = request.playbackConfigurationName();
    boolean kept =
        table
            .update(
                get(name).key(),
                row -> row.with(row.resource().toBuilder().logConfiguration(logs).build()))
            .isPresent();
    if (!kept) {
      throw Refusals.notFound("The playback configuration " + name);
    }
  }

  Map<String, String> tags(String arn) {
    return byArn(arn).resource().tags();
  }

  void tag(String arn, Map<String, String> tags) {
    retag(arn, old -> merged(old, tags));
  }

  /** All of both, or 400 when they are too many. */
  static Map<String, String> merged(Map<String, String> old, Map<String, String> added) {
    Map<String, String> all = Tags.merged(old, added);
    if (all.size() > Tags.MAX) {
      throw Refusals.invalid("A resource has at most " + Tags.MAX + " tags");
    }
    return all;
  }

  void untag(String arn, List<String> keys) {
    retag(arn, old -> Tags.without(old, keys));
  }

  private void retag(String arn, UnaryOperator<Map<String, String>> change) {
    table.update(byArn(arn).key(), row -> row.withTags(change.apply(row.resource().tags())));
  }

  private ConfigurationRow byArn(String arn) {
    Scope scope = Scope.current();
    return table.list().stream()
        .filter(row -> row.scope().equals(scope))
        .filter(row -> row.resource().playbackConfigurationArn().equals(arn))
        .findFirst()
        .orElseThrow(() -> Refusals.invalid("There is no resource " + arn));
  }

  /** Without an address of manifests: no ads are put into DASH here. */
  private static DashConfiguration dash(PutPlaybackConfigurationRequest request) {
    var given = request.dashConfiguration();
    String mpdLocation = given == null ? null : given.mpdLocation();
    OriginManifestType type = given == null ? null : given.originManifestType();
    return DashConfiguration.builder()
        .mpdLocation(mpdLocation == null ? "EMT_DEFAULT" : mpdLocation)
        .originManifestType(type == null ? OriginManifestType.MULTI_PERIOD : type)
        .build();
  }

  private static void keep(
      PlaybackConfiguration old,
      PutPlaybackConfigurationRequest request,
      PlaybackConfiguration.Builder resource) {
    if (old.logConfiguration() != null) {
      resource.logConfiguration(old.logConfiguration());
    }
    if (!request.hasTags()) {
      resource.tags(old.tags());
    }
  }
}
