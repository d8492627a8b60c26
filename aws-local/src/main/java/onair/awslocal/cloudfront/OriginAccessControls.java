package onair.awslocal.cloudfront;

import java.util.List;
import java.util.Objects;
import onair.awslocal.protocol.CallContext;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginAccessControlResponse;
import software.amazon.awssdk.services.cloudfront.model.IllegalUpdateException;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginAccessControlException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlInUseException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;
import software.amazon.awssdk.services.cloudfront.model.TooManyOriginAccessControlsException;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginAccessControlRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginAccessControlResponse;

/**
 * How distributions prove to origins who they are. The name is unique; a repeated create is
 * refused, not answered again.
 */
final class OriginAccessControls {

  private static final int MAX_ACCESS_CONTROLS = 100;

  private final CloudFrontState state;

  OriginAccessControls(CloudFrontState state) {
    this.state = state;
  }

  CreateOriginAccessControlResponse create(CreateOriginAccessControlRequest request) {
    return state.exclusively(
        () -> {
          requireFreeName(request.originAccessControlConfig(), "");
          if (rows().size() >= MAX_ACCESS_CONTROLS) {
            throw TooManyOriginAccessControlsException.builder()
                .message(
                    "An account has at most " + MAX_ACCESS_CONTROLS + " origin access controls.")
                .build();
          }
          AccessControlRow row =
              new AccessControlRow(
                  AwsIds.resource(),
                  CallContext.current().accountId(),
                  AwsIds.etag(),
                  request.originAccessControlConfig());
          state.accessControls().put(row.id(), row);
          return CreateOriginAccessControlResponse.builder()
              .originAccessControl(row.toModel())
              .location(
                  "https://cloudfront.amazonaws.com/2020-05-31/origin-access-control/" + row.id())
              .eTag(row.etag())
              .build();
        });
  }

  AccessControlRow get(String id) {
    String account = CallContext.current().accountId();
    return state
        .accessControls()
        .get(id)
        .filter(row -> row.accountId().equals(account))
        .orElseThrow(
            () ->
                NoSuchOriginAccessControlException.builder()
                    .message("The origin access control does not exist.")
                    .build());
  }

  ListOriginAccessControlsResponse list(ListOriginAccessControlsRequest request) {
    Listing<AccessControlRow> page =
        Listing.of(rows(), AccessControlRow::id, request.marker(), request.maxItems());
    List<OriginAccessControlSummary> items =
        page.items().stream().map(OriginAccessControls::summary).toList();
    return ListOriginAccessControlsResponse.builder()
        .originAccessControlList(
            list ->
                list.marker(page.marker())
                    .nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .isTruncated(page.isTruncated())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  UpdateOriginAccessControlResponse update(UpdateOriginAccessControlRequest request) {
    return state.exclusively(
        () -> {
          AccessControlRow row = get(request.id());
          Versions.require(request.ifMatch(), row.etag());
          OriginAccessControlConfig config = request.originAccessControlConfig();
          requireFreeName(config, row.id());
          if (!Objects.equals(
              config.originAccessControlOriginType(),
              row.config().originAccessControlOriginType())) {
            throw IllegalUpdateException.builder()
                .message("The origin type of an origin access control cannot change.")
                .build();
          }
          AccessControlRow changed = row.changed(config, AwsIds.etag());
          state.accessControls().put(row.id(), changed);
          return UpdateOriginAccessControlResponse.builder()
              .originAccessControl(changed.toModel())
              .eTag(changed.etag())
              .build();
        });
  }

  DeleteOriginAccessControlResponse delete(DeleteOriginAccessControlRequest request) {
    return state.exclusively(
        () -> {
          AccessControlRow row = get(request.id());
          Versions.require(request.ifMatch(), row.etag());
          boolean used =
              state
                  .configsInUse()
                  .flatMap(config -> config.origins().items().stream())
                  .anyMatch(origin -> row.id().equals(origin.originAccessControlId()));
          if (used) {
            throw OriginAccessControlInUseException.builder()
                .message("A distribution uses the origin access control.")
                .build();
          }
          state.accessControls().remove(row.id());
          return DeleteOriginAccessControlResponse.builder().build();
        });
  }

  private List<AccessControlRow> rows() {
    String account = CallContext.current().accountId();
    return state.accessControls().list().stream()
        .filter(row -> row.accountId().equals(account))
        .toList();
  }

  private void requireFreeName(OriginAccessControlConfig config, String ownId) {
    boolean taken =
        rows().stream()
            .anyMatch(row -> !row.id().equals(ownId) && row.config().name().equals(config.name()));
    if (taken) {
      throw OriginAccessControlAlreadyExistsException.builder()
          .message("An origin access control with the name " + config.name() + " already exists.")
          .build();
    }
  }

  private static OriginAccessControlSummary summary(AccessControlRow row) {
    OriginAccessControlConfig config = row.config();
    return OriginAccessControlSummary.builder()
        .id(row.id())
        .name(config.name())
        .description(config.description() == null ? "" : config.description())
        .signingProtocol(config.signingProtocolAsString())
        .signingBehavior(config.signingBehaviorAsString())
        .originAccessControlOriginType(config.originAccessControlOriginTypeAsString())
        .build();
  }
}
