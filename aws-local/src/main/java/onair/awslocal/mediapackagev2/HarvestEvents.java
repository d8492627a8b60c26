package onair.awslocal.mediapackagev2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.events.EventPublisher;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;

/**
 * Tells EventBridge that a harvest job has ended. Source of the names: Amazon EventBridge events
 * reference, "AWS Elemental MediaPackage events". AWS publishes no example of the detail: ours has
 * the members of GetHarvestJob that name the job and say how it ended.
 */
final class HarvestEvents {

  private final EventPublisher events;

  HarvestEvents(EventPublisher events) {
    this.events = events;
  }

  void ended(GetHarvestJobResponse job) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("arn", job.arn());
    detail.put("channelGroupName", job.channelGroupName());
    detail.put("channelName", job.channelName());
    detail.put("originEndpointName", job.originEndpointName());
    detail.put("harvestJobName", job.harvestJobName());
    detail.put("status", job.statusAsString());
    if (job.errorMessage() != null) {
      detail.put("errorMessage", job.errorMessage());
    }
    events.publish(
        "aws.mediapackagev2",
        "MediaPackageV2 HarvestJob Notification",
        List.of(job.arn()),
        Map.of("harvestJob", detail));
  }
}
