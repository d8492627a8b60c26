package onair.awslocal.mediatailor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.CreateLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.HttpConfiguration;
import software.amazon.awssdk.services.mediatailor.model.HttpPackageConfiguration;
import software.amazon.awssdk.services.mediatailor.model.LiveSource;
import software.amazon.awssdk.services.mediatailor.model.SourceLocation;
import software.amazon.awssdk.services.mediatailor.model.UpdateLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.VodSource;

/** Source locations and the VOD and live sources in them. Nothing is fetched from them. */
final class Sources {

  private static final int MAX_LOCATIONS = 100;
  private static final int MAX_VOD_SOURCES = 1000;
  private static final int MAX_LIVE_SOURCES = 50;

  private final AssemblyState state;
  private final InstantSource clock;

  Sources(AssemblyState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  SourceLocation create(CreateSourceLocationRequest request) {
    ConfigurationRules.requireName("SourceLocationName", request.sourceLocationName());
    requireAddress(request.httpConfiguration());
    return state.exclusively(
        () -> {
          Refusals.requireRoom(state.locations().in().size(), MAX_LOCATIONS, "source locations");
          Instant now = clock.instant();
          SourceLocation location =
              Shapes.fill(SourceLocation.builder(), request)
                  .arn(state.locations().arn(request.sourceLocationName()))
                  .creationTime(now)
                  .lastModifiedTime(now)
                  .build();
          state.locations().insert(location);
          return location;
        });
  }

  /** Replaces all settings but the tags. */
  SourceLocation update(UpdateSourceLocationRequest request) {
    requireAddress(request.httpConfiguration());
    return state.exclusively(
        () -> {
          SourceLocation old = state.locations().get(request.sourceLocationName());
          SourceLocation changed =
              Shapes.fill(SourceLocation.builder(), request)
                  .arn(old.arn())
                  .tags(old.tags())
                  .creationTime(old.creationTime())
                  .lastModifiedTime(clock.instant())
                  .build();
          state.locations().put(changed);
          return changed;
        });
  }

  /** Refused while it has sources. */
  void deleteLocation(String name) {
    state.exclusively(
        () -> {
          SourceLocation location = state.locations().get(name);
          if (!state.vodSources().in(name).isEmpty() || !state.liveSources().in(name).isEmpty()) {
            throw Refusals.invalid("The source location " + name + " still has sources");
          }
          state.locations().remove(location);
          return location;
        });
  }

  VodSource create(CreateVodSourceRequest request) {
    ConfigurationRules.requireName("VodSourceName", request.vodSourceName());
    requirePackages(request.httpPackageConfigurations());
    return state.exclusively(
        () -> {
          String location =
              state.locations().get(request.sourceLocationName()).sourceLocationName();
          Refusals.requireRoom(
              state.vodSources().in(location).size(), MAX_VOD_SOURCES, "VOD sources in a location");
          Instant now = clock.instant();
          VodSource source =
              Shapes.fill(VodSource.builder(), request)
                  .arn(state.vodSources().arn(location, request.vodSourceName()))
                  .creationTime(now)
                  .lastModifiedTime(now)
                  .build();
          state.vodSources().insert(source);
          return source;
        });
  }

  VodSource update(UpdateVodSourceRequest request) {
    requirePackages(request.httpPackageConfigurations());
    return state.exclusively(
        () -> {
          VodSource changed =
              state
                  .vodSources()
                  .get(request.sourceLocationName(), request.vodSourceName())
                  .toBuilder()
                  .httpPackageConfigurations(request.httpPackageConfigurations())
                  .lastModifiedTime(clock.instant())
                  .build();
          state.vodSources().put(changed);
          return changed;
        });
  }

  /** Refused while a program or a filler slate shows it. */
  void deleteVod(String location, String name) {
    state.exclusively(
        () -> {
          VodSource source = state.vodSources().get(location, name);
          boolean shown =
              state.programs().in().stream()
                  .anyMatch(p -> is(location, name, p.sourceLocationName(), p.vodSourceName()));
          boolean fills =
              state.channels().in().stream()
                  .map(row -> row.resource().fillerSlate())
                  .anyMatch(
                      slate ->
                          slate != null
                              && is(
                                  location,
                                  name,
                                  slate.sourceLocationName(),
                                  slate.vodSourceName()));
          requireUnused(name, shown || fills);
          state.vodSources().remove(source);
          return source;
        });
  }

  LiveSource create(CreateLiveSourceRequest request) {
    ConfigurationRules.requireName("LiveSourceName", request.liveSourceName());
    requirePackages(request.httpPackageConfigurations());
    return state.exclusively(
        () -> {
          String location =
              state.locations().get(request.sourceLocationName()).sourceLocationName();
          Refusals.requireRoom(
              state.liveSources().in(location).size(),
              MAX_LIVE_SOURCES,
              "live sources in a location");
          Instant now = clock.instant();
          LiveSource source =
              Shapes.fill(LiveSource.builder(), request)
                  .arn(state.liveSources().arn(location, request.liveSourceName()))
                  .creationTime(now)
                  .lastModifiedTime(now)
                  .build();
          state.liveSources().insert(source);
          return source;
        });
  }

  LiveSource update(UpdateLiveSourceRequest request) {
    requirePackages(request.httpPackageConfigurations());
    return state.exclusively(
        () -> {
          LiveSource changed =
              state
                  .liveSources()
                  .get(request.sourceLocationName(), request.liveSourceName())
                  .toBuilder()
                  .httpPackageConfigurations(request.httpPackageConfigurations())
                  .lastModifiedTime(clock.instant())
                  .build();
          state.liveSources().put(changed);
          return changed;
        });
  }

  /** Refused while a program shows it. */
  void deleteLive(String location, String name) {
    state.exclusively(
        () -> {
          LiveSource source = state.liveSources().get(location, name);
          requireUnused(
              name,
              state.programs().in().stream()
                  .anyMatch(p -> is(location, name, p.sourceLocationName(), p.liveSourceName())));
          state.liveSources().remove(source);
          return source;
        });
  }

  private static boolean is(
      String location, String name, @Nullable String otherLocation, @Nullable String otherName) {
    return location.equals(otherLocation) && name.equals(otherName);
  }

  private static void requireUnused(String name, boolean used) {
    if (used) {
      throw Refusals.invalid("The source " + name + " is in use");
    }
  }

  private static void requireAddress(HttpConfiguration http) {
    ConfigurationRules.requireUrl("HttpConfiguration.BaseUrl", http.baseUrl());
  }

  private static void requirePackages(List<HttpPackageConfiguration> packages) {
    Set<String> groups = new HashSet<>();
    for (HttpPackageConfiguration http : packages) {
      if (!groups.add(http.sourceGroup() + " " + http.typeAsString())) {
        throw Refusals.invalid(
            "Two package configurations have the source group " + http.sourceGroup());
      }
    }
    if (groups.isEmpty()) {
      throw Refusals.invalid("A source has at least one HttpPackageConfiguration");
    }
  }
}
