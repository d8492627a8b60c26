package onair.awslocal.cloudfront;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import onair.awslocal.cloudfront.ConfigRows.Kind;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.Quota;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupConfig;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupSummary;
import software.amazon.awssdk.services.cloudfront.model.ListKeyGroupsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListKeyGroupsResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResourceException;
import software.amazon.awssdk.services.cloudfront.model.ResourceInUseException;
import software.amazon.awssdk.services.cloudfront.model.TooManyKeyGroupsException;
import software.amazon.awssdk.services.cloudfront.model.TooManyPublicKeysInKeyGroupException;
import software.amazon.awssdk.services.cloudfront.model.UpdateKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateKeyGroupResponse;

/** Sets of public keys that behaviors trust. A change is at the edge at once. */
final class KeyGroups {

  private static final int MAX_KEYS = 5;

  private static final Kind KIND =
      new Kind(
          "key group",
          10,
          NoSuchResourceException::builder,
          KeyGroupAlreadyExistsException::builder,
          TooManyKeyGroupsException::builder,
          ResourceInUseException::builder);

  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final ConfigRows<KeyGroupRow> rows;

  KeyGroups(CloudFrontState state, Lifecycle lifecycle) {
    this.state = state;
    this.lifecycle = lifecycle;
    this.rows =
        new ConfigRows<>(KIND, () -> state.most(Quota.CLOUDFRONT_KEY_GROUPS), state.keyGroups());
  }

  CreateKeyGroupResponse create(CreateKeyGroupRequest request) {
    return state.exclusively(
        () -> {
          requireKeys(request.keyGroupConfig());
          KeyGroupRow row =
              new KeyGroupRow(
                  UUID.randomUUID().toString(),
                  CallContext.current().accountId(),
                  AwsIds.etag(),
                  lifecycle.now(),
                  request.keyGroupConfig());
          rows.insert(row);
          return CreateKeyGroupResponse.builder()
              .keyGroup(row.toModel())
              .location("https://cloudfront.amazonaws.com/2020-05-31/key-group/" + row.id())
              .eTag(row.etag())
              .build();
        });
  }

  KeyGroupRow get(String id) {
    return rows.get(id);
  }

  ListKeyGroupsResponse list(ListKeyGroupsRequest request) {
    Listing<KeyGroupRow> page =
        Listing.of(rows.list(), KeyGroupRow::id, request.marker(), request.maxItems());
    List<KeyGroupSummary> items =
        page.items().stream()
            .map(row -> KeyGroupSummary.builder().keyGroup(row.toModel()).build())
            .toList();
    return ListKeyGroupsResponse.builder()
        .keyGroupList(
            list ->
                list.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  UpdateKeyGroupResponse update(UpdateKeyGroupRequest request) {
    return state.exclusively(
        () -> {
          KeyGroupRow row = rows.version(request.id(), request.ifMatch());
          requireKeys(request.keyGroupConfig());
          KeyGroupRow changed =
              row.changed(request.keyGroupConfig(), AwsIds.etag(), lifecycle.now());
          rows.replace(changed);
          return UpdateKeyGroupResponse.builder()
              .keyGroup(changed.toModel())
              .eTag(changed.etag())
              .build();
        });
  }

  DeleteKeyGroupResponse delete(DeleteKeyGroupRequest request) {
    return state.exclusively(
        () -> {
          KeyGroupRow row = rows.version(request.id(), request.ifMatch());
          rows.remove(row, state.isUsed(behavior -> behavior.keyGroups().contains(row.id())));
          return DeleteKeyGroupResponse.builder().build();
        });
  }

  private void requireKeys(KeyGroupConfig config) {
    List<String> ids = config.items();
    if (ids.isEmpty() || Set.copyOf(ids).size() < ids.size()) {
      throw invalid("A key group names one public key or more, each of them once.");
    }
    if (ids.size() > MAX_KEYS) {
      throw TooManyPublicKeysInKeyGroupException.builder()
          .message("A key group has at most " + MAX_KEYS + " public keys.")
          .build();
    }
    String account = CallContext.current().accountId();
    for (String id : ids) {
      if (state.publicKeys().get(id).filter(key -> key.accountId().equals(account)).isEmpty()) {
        throw invalid("The public key " + id + " does not exist.");
      }
    }
  }

  private static InvalidArgumentException invalid(String message) {
    return InvalidArgumentException.builder().message(message).build();
  }
}
