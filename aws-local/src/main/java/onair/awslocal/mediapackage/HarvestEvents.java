package onair.awslocal.mediapackage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.events.EventPublisher;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;

/**
 * Tells EventBridge that a harvest job has ended, and why when it failed. Source: Amazon
 * EventBridge events reference, "AWS Elemental MediaPackage events".
 */
final class HarvestEvents {

  private final EventPublisher events;

  HarvestEvents(EventPublisher events) {
    this.events = events;
  }

  void ended(HarvestJob job, Optional<String> failure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", job.id());
    told.put("arn", job.arn());
    told.put("status", job.statusAsString());
    told.put("origin_endpoint_id", job.originEndpointId());
    told.put("start_time", job.startTime());
    told.put("end_time", job.endTime());
    told.put(
        "s3_destination",
        Map.of(
            "bucket_name", job.s3Destination().bucketName(),
            "manifest_key", job.s3Destination().manifestKey(),
            "role_arn", job.s3Destination().roleArn()));
    told.put("created_at", job.createdAt());
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("harvest_job", told);
    failure.ifPresent(why -> detail.put("message", why));
    events.publish(
        "aws.mediapackage", "MediaPackage HarvestJob Notification", List.of(job.arn()), detail);
  }
}
