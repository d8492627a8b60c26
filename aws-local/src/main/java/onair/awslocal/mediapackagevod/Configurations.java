package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingConfigurationRequest;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingConfiguration;

/** Packaging configurations: each is one more way to play every asset of its group. */
final class Configurations {

  private final VodState state;
  private final InstantSource clock;
  private final Assets assets;

  Configurations(VodState state, InstantSource clock, Assets assets) {
    this.state = state;
    this.clock = clock;
    this.assets = assets;
  }

  PackagingConfiguration create(CreatePackagingConfigurationRequest request) {
    Names.check(request.id());
    Tagging.checked(request.tags());
    var scope = Scope.current();
    ConfigurationRow made =
        state.exclusively(
            () -> {
              state.groups().get(scope, request.packagingGroupId());
              state.configurations().requireFree(scope, request.id());
              state.requireRoom(
                  scope,
                  Quota.MEDIAPACKAGE_CONFIGURATIONS,
                  state.configurationsOf(scope, request.packagingGroupId()).size());
              Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              PackagingConfiguration resource =
                  Shapes.fill(PackagingConfiguration.builder(), request)
                      .arn(
                          scope.arn("mediapackage-vod", "packaging-configurations/" + request.id()))
                      .createdAt(now.toString())
                      .build();
              Packaging.check(resource);
              var row = new ConfigurationRow(scope, resource);
              state.configurations().put(row);
              return row;
            });
    assets.playableBy(made);
    return made.resource();
  }

  /** Viewers who have its addresses get 404 from then on. */
  void delete(String id) {
    var scope = Scope.current();
    state.exclusively(
        () -> {
          ConfigurationRow row = state.configurations().get(scope, id);
          state.configurations().remove(row);
          return row;
        });
  }
}
