package onair.awslocal.mediaconvert;

import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.CreatePresetRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListPresetsRequest;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.Preset;
import software.amazon.awssdk.services.mediaconvert.model.PresetListBy;
import software.amazon.awssdk.services.mediaconvert.model.Type;
import software.amazon.awssdk.services.mediaconvert.model.UpdatePresetRequest;

/** Settings of an output under a name. AWS's own presets are not among them. */
final class Presets {

  private final MediaConvertState state;
  private final Lifecycle life;

  Presets(MediaConvertState state, Lifecycle life) {
    this.state = state;
    this.life = life;
  }

  Preset create(CreatePresetRequest request) {
    Scope scope = Scope.current();
    Instant now = life.now();
    Preset preset =
        Preset.builder()
            .name(request.name())
            .arn(scope.arn("mediaconvert", "presets/" + request.name()))
            .category(request.category())
            .description(request.description())
            .settings(request.settings())
            .type(Type.CUSTOM)
            .createdAt(now)
            .lastUpdated(now)
            .build();
    state.requireRoom(scope, Quota.MEDIACONVERT_PRESETS, state.presets());
    state.presets().insert(new PresetRow(scope, preset, request.tags()));
    return preset;
  }

  Preset get(String name) {
    return state.presets().get(Scope.current(), SettingsMerge.nameOf(name)).resource();
  }

  Page<Preset> list(ListPresetsRequest request) {
    Page<PresetRow> page =
        Rows.page(
            state.presets().in(Scope.current()),
            row ->
                request.category() == null || request.category().equals(row.resource().category()),
            request.listBy() == PresetListBy.NAME,
            request.order() == Order.DESCENDING,
            request.maxResults(),
            request.nextToken());
    return new Page<>(page.items().stream().map(PresetRow::resource).toList(), page.nextToken());
  }

  Preset update(UpdatePresetRequest request) {
    return state.exclusively(
        () -> {
          PresetRow row = state.presets().get(Scope.current(), request.name());
          Preset.Builder changed = row.resource().toBuilder().lastUpdated(life.now());
          if (request.category() != null) {
            changed.category(request.category());
          }
          if (request.description() != null) {
            changed.description(request.description());
          }
          if (request.settings() != null) {
            changed.settings(request.settings());
          }
          PresetRow updated = row.with(changed.build());
          state.presets().put(updated);
          return updated.resource();
        });
  }

  /** One that is not there is gone already. */
  void delete(String name) {
    state.presets().find(Scope.current(), name).ifPresent(state.presets()::remove);
  }
}
