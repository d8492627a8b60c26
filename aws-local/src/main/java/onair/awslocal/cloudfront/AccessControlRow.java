package onair.awslocal.cloudfront;

import software.amazon.awssdk.services.cloudfront.model.OriginAccessControl;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;

/** An origin access control as it is kept. */
record AccessControlRow(
    String id, String accountId, String etag, OriginAccessControlConfig config) {

  AccessControlRow changed(OriginAccessControlConfig newConfig, String newEtag) {
    return new AccessControlRow(id, accountId, newEtag, newConfig);
  }

  OriginAccessControl toModel() {
    return OriginAccessControl.builder().id(id).originAccessControlConfig(config).build();
  }
}
