package onair.awslocal.mediapackage;

import java.time.Instant;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;
import software.amazon.awssdk.services.mediapackage.model.Status;

/**
 * A harvest job; {@code resource} is what AWS answers.
 *
 * @param due when it is its turn and all of its content can be read
 */
record HarvestRow(Scope scope, HarvestJob resource, Instant due) implements Row {

  boolean isInProgress() {
    return resource.status() == Status.IN_PROGRESS;
  }

  HarvestRow ended(Status status) {
    return new HarvestRow(scope, resource.toBuilder().status(status).build(), due);
  }

  @Override
  public String id() {
    return resource.id();
  }

  @Override
  public String arn() {
    return resource.arn();
  }

  @Override
  public Instant createdAt() {
    return Instant.parse(resource.createdAt());
  }
}
