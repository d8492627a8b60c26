package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;
import software.amazon.awssdk.services.medialive.model.Scte35Descriptor;
import software.amazon.awssdk.services.medialive.model.Scte35SegmentationCancelIndicator;
import software.amazon.awssdk.services.medialive.model.Scte35SegmentationDescriptor;

/**
 * What an action means for the media plane. Only the actions that open and close breaks are carried
 * out: splice_insert, return_to_network, and a time_signal with one segmentation descriptor for an
 * advertisement or a placement opportunity.
 */
final class SpliceActions {

  private static final long TICKS_PER_SECOND = 90_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private SpliceActions() {}

  /** Empty for an action that is not carried out here. */
  static Optional<Splice> of(ScheduleActionSettings settings, Instant at) {
    var insert = settings.scte35SpliceInsertSettings();
    if (insert != null) {
      return Optional.of(
          new Splice.Out(
              Splice.Message.SPLICE_INSERT,
              insert.spliceEventId(),
              at,
              duration(insert.duration())));
    }
    var back = settings.scte35ReturnToNetworkSettings();
    if (back != null) {
      return Optional.of(new Splice.In(Splice.Message.SPLICE_INSERT, back.spliceEventId(), at));
    }
    var signal = settings.scte35TimeSignalSettings();
    return signal == null ? Optional.empty() : timeSignal(signal.scte35Descriptors(), at);
  }

  private static Optional<Splice> timeSignal(List<Scte35Descriptor> descriptors, Instant at) {
    if (descriptors.size() != 1 || descriptors.getFirst().scte35DescriptorSettings() == null) {
      return Optional.empty();
    }
    Scte35SegmentationDescriptor segmentation =
        descriptors
            .getFirst()
            .scte35DescriptorSettings()
            .segmentationDescriptorScte35DescriptorSettings();
    return segmentation == null
            || segmentation.segmentationTypeId() == null
            || segmentation.segmentationCancelIndicator()
                == Scte35SegmentationCancelIndicator.SEGMENTATION_EVENT_CANCELED
        ? Optional.empty()
        : segmentation(segmentation, at);
  }

  private static Optional<Splice> segmentation(
      Scte35SegmentationDescriptor segmentation, Instant at) {
    int type = segmentation.segmentationTypeId();
    long event = segmentation.segmentationEventId();
    for (Splice.Message message : Splice.Message.values()) {
      if (message.startType() > 0 && type == message.startType()) {
        return Optional.of(
            new Splice.Out(message, event, at, duration(segmentation.segmentationDuration())));
      }
      if (message.startType() > 0 && type == message.startType() + 1) {
        return Optional.of(new Splice.In(message, event, at));
      }
    }
    return Optional.empty();
  }

  /** None given and zero both leave the end to another message. */
  private static @Nullable Duration duration(@Nullable Long ticks) {
    return ticks == null || ticks == 0
        ? null
        : Duration.ofSeconds(
            ticks / TICKS_PER_SECOND,
            ticks % TICKS_PER_SECOND * NANOS_PER_SECOND / TICKS_PER_SECOND);
  }
}
