package onair.awslocal.mediastore;

import java.util.HashMap;
import java.util.Map;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.policy.AccessRequest;
import onair.awslocal.policy.Decision;
import onair.awslocal.policy.Requester;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectAnswer;
import org.jspecify.annotations.Nullable;

/** What a container's own host answers to who has no key of the account: its policy decides. */
final class ContainerOrigin {

  private ContainerOrigin() {}

  static OriginResponse answer(ContainerRow container, Bucket bucket, OriginRequest request) {
    String action = action(request.method());
    if (action == null) {
      return OriginResponse.refusal(405, "Only GET and HEAD are allowed");
    }
    String path = request.path();
    if (!allows(container, action, path, request)) {
      return OriginResponse.refusal(403, "AccessDeniedException");
    }
    return ObjectAnswer.of(bucket, path.substring(1), request)
        .orElseGet(() -> OriginResponse.refusal(404, "ObjectNotFoundException"));
  }

  static OriginResponse gone() {
    return OriginResponse.refusal(404, "ContainerNotFoundException");
  }

  private static boolean allows(
      ContainerRow container, String action, String path, OriginRequest request) {
    String policy = container.settings().policy();
    if (policy == null) {
      return false;
    }
    Map<String, String> context = new HashMap<>();
    if (request.sourceArn() != null) {
      context.put("aws:SourceArn", request.sourceArn());
    }
    if (!request.sourceAccount().isEmpty()) {
      context.put("aws:SourceAccount", request.sourceAccount());
    }
    var access =
        new AccessRequest(
            Requester.of(request.principal()), action, container.arn() + path, context);
    return ResourcePolicy.parse(policy).decide(access) == Decision.ALLOW;
  }

  private static @Nullable String action(String method) {
    return switch (method) {
      case "GET" -> "mediastore:GetObject";
      case "HEAD" -> "mediastore:DescribeObject";
      default -> null;
    };
  }
}
