package onair.awslocal.medialive;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;

/**
 * An input security group as it is kept. Whether it is in use is not kept here but told by the
 * inputs.
 *
 * @param resource what AWS answers, without inputs; its state is IDLE, UPDATING or DELETED
 */
record SecurityGroupRow(
    Scope scope,
    String id,
    Instant createdAt,
    InputSecurityGroup resource,
    @Nullable Pending pending)
    implements Row {

  SecurityGroupRow with(InputSecurityGroup changed, @Nullable Pending next) {
    return new SecurityGroupRow(scope, id, createdAt, changed, next);
  }

  SecurityGroupRow in(InputSecurityGroupState state, @Nullable Pending next) {
    return with(resource.toBuilder().state(state).build(), next);
  }

  boolean isUpdating() {
    return resource.state() == InputSecurityGroupState.UPDATING;
  }

  @Override
  public boolean isDeleted() {
    return resource.state() == InputSecurityGroupState.DELETED;
  }

  @Override
  public Map<String, String> tags() {
    return resource.tags();
  }

  @Override
  public SecurityGroupRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build(), pending);
  }
}
