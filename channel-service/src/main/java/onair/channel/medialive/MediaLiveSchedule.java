package onair.channel.medialive;

import java.time.Instant;
import java.util.List;
import onair.channel.schedule.Deed;
import onair.channel.schedule.EncoderSchedule;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.PipelineId;
import software.amazon.awssdk.services.medialive.model.PipelinePauseStateSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;
import software.amazon.awssdk.services.medialive.model.StaticImageActivateScheduleActionSettings;

/** Deeds as actions of MediaLive's schedule. */
final class MediaLiveSchedule implements EncoderSchedule {

  private static final List<PipelineId> PIPELINES =
      List.of(PipelineId.PIPELINE_0, PipelineId.PIPELINE_1);

  private final ScheduleActions actions;

  MediaLiveSchedule(ScheduleActions actions) {
    this.actions = actions;
  }

  @Override
  public void put(String encoderId, String name, @Nullable Instant at, Deed deed) {
    actions.put(encoderId, name, at, settings(deed));
  }

  @Override
  public void remove(String encoderId, String name) {
    actions.remove(encoderId, name);
  }

  static ScheduleActionSettings settings(Deed deed) {
    var settings = ScheduleActionSettings.builder();
    return switch (deed) {
      case Deed.Id3(var base64, var packaged) ->
          packaged
              ? settings.timedMetadataSettings(tag -> tag.id3(base64)).build()
              : settings.hlsTimedMetadataSettings(tag -> tag.id3(base64)).build();
      case Deed.Overlay overlay -> settings.staticImageActivateSettings(image(overlay)).build();
      case Deed.HideOverlay(var layer, var fadeOut) ->
          settings
              .staticImageDeactivateSettings(image -> image.layer(layer).fadeOut(fadeOut))
              .build();
      case Deed.Pause(var pipelines) -> paused(PIPELINES.subList(0, pipelines));
      case Deed.Resume() -> paused(List.of());
      case Deed.SwitchInput(var input) ->
          settings.inputSwitchSettings(to -> to.inputAttachmentNameReference(input)).build();
    };
  }

  private static StaticImageActivateScheduleActionSettings image(Deed.Overlay overlay) {
    return StaticImageActivateScheduleActionSettings.builder()
        .image(image -> image.uri(overlay.imageUrl()))
        .layer(overlay.layer())
        .imageX(overlay.x())
        .imageY(overlay.y())
        .width(overlay.width())
        .height(overlay.height())
        .opacity(overlay.opacity())
        .fadeIn(overlay.fadeInMilliseconds())
        .fadeOut(overlay.fadeOutMilliseconds())
        .build();
  }

  /** Those that are not named go on. */
  private static ScheduleActionSettings paused(List<PipelineId> pipelines) {
    return ScheduleActionSettings.builder()
        .pauseStateSettings(
            pause ->
                pause.pipelines(
                    pipelines.stream()
                        .map(id -> PipelinePauseStateSettings.builder().pipelineId(id).build())
                        .toList()))
        .build();
  }
}
