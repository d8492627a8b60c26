package onair.awslocal.cloudfront;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidDomainNameForOriginAccessControlException;
import software.amazon.awssdk.services.cloudfront.model.InvalidErrorCodeException;
import software.amazon.awssdk.services.cloudfront.model.InvalidOriginAccessControlException;
import software.amazon.awssdk.services.cloudfront.model.InvalidOriginException;
import software.amazon.awssdk.services.cloudfront.model.InvalidViewerCertificateException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginException;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlOriginTypes;
import software.amazon.awssdk.services.cloudfront.model.OriginGroup;
import software.amazon.awssdk.services.cloudfront.model.TooManyCacheBehaviorsException;
import software.amazon.awssdk.services.cloudfront.model.TooManyOriginsException;
import software.amazon.awssdk.services.cloudfront.model.ViewerCertificate;

/**
 * What CloudFront refuses in a configuration that its API model lets pass. The messages are ours,
 * the error codes CloudFront's. Not checked: web ACLs, real-time logs, field-level encryption.
 */
final class DistributionRules {

  private static final int MAX_ORIGINS = 25;
  private static final int MAX_BEHAVIORS = 25;

  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*");

  /** What a domain name of a product has in it. */
  private static final Map<OriginAccessControlOriginTypes, String> PRODUCTS =
      Map.of(
          OriginAccessControlOriginTypes.MEDIAPACKAGEV2, ".mediapackagev2.",
          OriginAccessControlOriginTypes.MEDIASTORE, ".mediastore.",
          OriginAccessControlOriginTypes.S3, ".s3.");

  private static final Set<Integer> ERROR_CODES =
      Set.of(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);

  private final CloudFrontState state;
  private final BehaviorRules behaviorRules;

  DistributionRules(CloudFrontState state) {
    this.state = state;
    this.behaviorRules = new BehaviorRules(state);
  }

  void check(DistributionConfig config) {
    Quantities.check(config);
    checkOrigins(config);
    List<BehaviorView> behaviors = BehaviorView.of(config);
    checkTargets(config, behaviors);
    behaviors.forEach(behaviorRules::check);
    checkErrors(config);
    checkAliases(config);
  }

  private void checkOrigins(DistributionConfig config) {
    List<Origin> origins = config.origins().items();
    if (origins.isEmpty()) {
      throw invalid("A distribution needs at least one origin.");
    }
    if (origins.size() > MAX_ORIGINS) {
      throw TooManyOriginsException.builder()
          .message("A distribution has at most " + MAX_ORIGINS + " origins.")
          .build();
    }
    Set<String> ids = new HashSet<>();
    for (Origin origin : origins) {
      if (!ids.add(origin.id())) {
        throw invalid("Origin ids must be unique: " + origin.id());
      }
      checkOrigin(origin);
    }
  }

  private void checkOrigin(Origin origin) {
    if (!HOST.matcher(origin.domainName()).matches()) {
      throw InvalidOriginException.builder()
          .message("The origin's DomainName is not a host name: " + origin.domainName())
          .build();
    }
    long kinds =
        Stream.of(origin.s3OriginConfig(), origin.customOriginConfig(), origin.vpcOriginConfig())
            .filter(kind -> kind != null)
            .count();
    if (kinds != 1) {
      throw InvalidOriginException.builder()
          .message(
              "Origin " + origin.id() + " needs either an S3OriginConfig or a CustomOriginConfig.")
          .build();
    }
    String path = origin.originPath();
    if (path != null && !path.isEmpty() && (!path.startsWith("/") || path.endsWith("/"))) {
      throw invalid("OriginPath must start with a slash and not end with one: " + path);
    }
    String accessControl = origin.originAccessControlId();
    if (accessControl != null && !accessControl.isEmpty()) {
      checkAccessControl(origin, accessControl);
    }
  }

  private void checkAccessControl(Origin origin, String id) {
    AccessControlRow row =
        state
            .accessControls()
            .get(id)
            .orElseThrow(
                () ->
                    InvalidOriginAccessControlException.builder()
                        .message("The origin access control " + id + " does not exist.")
                        .build());
    String product = PRODUCTS.get(row.config().originAccessControlOriginType());
    if (product != null && !origin.domainName().contains(product)) {
      throw InvalidDomainNameForOriginAccessControlException.builder()
          .message(
              "The origin access control "
                  + id
                  + " is for "
                  + row.config().originAccessControlOriginTypeAsString()
                  + ", and "
                  + origin.domainName()
                  + " is no domain name of it.")
          .build();
    }
  }

  private static void checkTargets(DistributionConfig config, List<BehaviorView> behaviors) {
    if (behaviors.size() > MAX_BEHAVIORS) {
      throw TooManyCacheBehaviorsException.builder()
          .message("A distribution has at most " + MAX_BEHAVIORS + " cache behaviors.")
          .build();
    }
    Set<String> origins =
        config.origins().items().stream().map(Origin::id).collect(Collectors.toSet());
    Set<String> targets = new HashSet<>(origins);
    if (config.originGroups() != null && config.originGroups().hasItems()) {
      for (OriginGroup group : config.originGroups().items()) {
        group.members().items().forEach(member -> checkTarget(origins, member.originId()));
        targets.add(group.id());
      }
    }
    Set<String> paths = new HashSet<>();
    for (BehaviorView behavior : behaviors) {
      checkTarget(targets, behavior.targetOriginId());
      if (!paths.add(behavior.path())) {
        throw invalid("Two cache behaviors have the PathPattern " + behavior.path() + ".");
      }
    }
  }

  private static void checkTarget(Set<String> known, String target) {
    if (!known.contains(target)) {
      throw NoSuchOriginException.builder()
          .message("One or more of your origins or origin groups do not exist: " + target)
          .build();
    }
  }

  private static void checkErrors(DistributionConfig config) {
    if (config.customErrorResponses() == null || !config.customErrorResponses().hasItems()) {
      return;
    }
    for (CustomErrorResponse response : config.customErrorResponses().items()) {
      if (!ERROR_CODES.contains(response.errorCode())) {
        throw InvalidErrorCodeException.builder()
            .message("CloudFront has no custom error response for " + response.errorCode() + ".")
            .build();
      }
    }
  }

  private static void checkAliases(DistributionConfig config) {
    boolean aliases = config.aliases() != null && config.aliases().hasItems();
    ViewerCertificate certificate = config.viewerCertificate();
    boolean ownCertificate =
        certificate != null
            && (certificate.acmCertificateArn() != null || certificate.iamCertificateId() != null);
    if (aliases && !ownCertificate) {
      throw InvalidViewerCertificateException.builder()
          .message("To add an alternate domain name you must attach a certificate that covers it.")
          .build();
    }
  }

  private static InvalidArgumentException invalid(String message) {
    return InvalidArgumentException.builder().message(message).build();
  }
}
