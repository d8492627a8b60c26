package onair.awslocal.mediaconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.GrantEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlements420Exception;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlementsRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowEntitlementRequest;

/** A flow's entitlements. They are kept and told to whom they are granted, but carry nothing. */
final class Entitlements {

  /** AWS's quota per flow. */
  private static final int MOST = 50;

  private static final int PAGE = 50;

  private final MediaConnectState state;
  private final FlowRuns runs;

  Entitlements(MediaConnectState state, FlowRuns runs) {
    this.state = state;
    this.runs = runs;
  }

  /** Of all accounts' flows in this region, those that are granted to the caller. */
  Page<Entitlement> granted(@Nullable Integer maxResults, @Nullable String nextToken) {
    var scope = Scope.current();
    List<Entitlement> granted =
        state.all().stream()
            .filter(row -> row.scope().region().equals(scope.region()))
            .flatMap(row -> row.resource().entitlements().stream())
            .filter(entitlement -> entitlement.subscribers().contains(scope.accountId()))
            .toList();
    try {
      int size = maxResults == null ? PAGE : maxResults;
      return Page.of(granted, Entitlement::entitlementArn, size, nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.badRequest("The next token is not valid");
    }
  }

  List<Entitlement> grant(GrantFlowEntitlementsRequest request) {
    var scope = Scope.current();
    List<Entitlement> granted = new ArrayList<>();
    for (GrantEntitlementRequest entitlement : request.entitlements()) {
      granted.add(FlowShapes.entitlement(scope, entitlement));
    }
    runs.rearrange(
        scope,
        request.flowArn(),
        row -> {
          List<Entitlement> all = new ArrayList<>(row.resource().entitlements());
          all.addAll(granted);
          requireFewEnough(all);
          FlowRow changed = row.withEntitlements(all);
          for (int i = 0; i < granted.size(); i++) {
            Map<String, String> tags = request.entitlements().get(i).entitlementTags();
            changed = changed.tagged(granted.get(i).entitlementArn(), tags);
          }
          return changed;
        });
    return granted;
  }

  /** Members that are not given stay. */
  Entitlement update(UpdateFlowEntitlementRequest request) {
    FlowRow changed =
        runs.rearrange(
            Scope.current(),
            request.flowArn(),
            row -> {
              Entitlement before = known(row, request.entitlementArn());
              Entitlement after = Shapes.fill(before.toBuilder(), request).build();
              return row.withEntitlements(
                  row.resource().entitlements().stream()
                      .map(entitlement -> entitlement.equals(before) ? after : entitlement)
                      .toList());
            });
    return known(changed, request.entitlementArn());
  }

  void revoke(@Nullable String flowArn, @Nullable String entitlementArn) {
    runs.rearrange(
        Scope.current(),
        flowArn,
        row -> {
          Entitlement leaving = known(row, entitlementArn);
          return row.withEntitlements(
                  row.resource().entitlements().stream().filter(e -> !e.equals(leaving)).toList())
              .tagged(leaving.entitlementArn(), Map.of());
        });
  }

  /** 420 when there are too many. */
  static void requireFewEnough(List<Entitlement> entitlements) {
    if (entitlements.size() > MOST) {
      throw GrantFlowEntitlements420Exception.builder()
          .message("A flow can have at most " + MOST + " entitlements")
          .build();
    }
  }

  private static Entitlement known(FlowRow row, @Nullable String arn) {
    return row.entitlement(String.valueOf(arn))
        .orElseThrow(() -> Refusals.notFound(String.valueOf(arn)));
  }
}
