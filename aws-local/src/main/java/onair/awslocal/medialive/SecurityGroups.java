package onair.awslocal.medialive;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRule;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.UpdateInputSecurityGroupRequest;

/** Input security groups: IDLE, IN_USE while an input names them, DELETED for a while. */
final class SecurityGroups {

  private static final int MAX_RULES = 10;
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern CIDR =
      Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "/(3[0-2]|[12]?\\d)");

  private final MediaLiveState state;
  private final Lifecycle life;
  private final Quotas quotas;

  SecurityGroups(MediaLiveState state, Lifecycle life, Quotas quotas) {
    this.state = state;
    this.life = life;
    this.quotas = quotas;
  }

  InputSecurityGroup create(CreateInputSecurityGroupRequest request) {
    var scope = Scope.current();
    List<InputWhitelistRule> rules = rules(request.whitelistRules());
    return state.exclusively(
        () -> {
          quotas.oneMoreSecurityGroup(state.groups().in(scope).size());
          String id = state.groups().freshId();
          InputSecurityGroup resource =
              Shapes.fill(InputSecurityGroup.builder(), request)
                  .id(id)
                  .arn(scope.arn("medialive", "inputSecurityGroup:" + id))
                  .state(InputSecurityGroupState.IDLE)
                  .whitelistRules(rules)
                  .build();
          var row = new SecurityGroupRow(scope, id, life.now(), resource, null);
          state.groups().put(row);
          return seen(row);
        });
  }

  InputSecurityGroup describe(@Nullable String id) {
    return seen(state.groups().get(Scope.current(), id));
  }

  Page<InputSecurityGroup> list(@Nullable Integer maxResults, @Nullable String nextToken) {
    Page<SecurityGroupRow> page = state.groups().page(Scope.current(), maxResults, nextToken);
    return new Page<>(page.items().stream().map(this::seen).toList(), page.nextToken());
  }

  /** Allowed in any state but DELETED; rules and tags that are given replace the old ones. */
  InputSecurityGroup update(UpdateInputSecurityGroupRequest request) {
    return state.exclusively(
        () -> {
          SecurityGroupRow row = alive(request.inputSecurityGroupId());
          InputSecurityGroup.Builder resource = Shapes.fill(row.resource().toBuilder(), request);
          if (request.hasWhitelistRules()) {
            resource.whitelistRules(rules(request.whitelistRules()));
          }
          SecurityGroupRow changed = row.with(resource.build(), null);
          state.groups().put(changed);
          return seen(changed);
        });
  }

  /** MediaLive models no conflict here: a group in use is a bad request. */
  void delete(@Nullable String id) {
    SecurityGroupRow deleted =
        state.exclusively(
            () -> {
              SecurityGroupRow row = alive(id);
              List<String> users = state.inputsOf(row);
              if (!users.isEmpty()) {
                throw Refusals.badRequest(
                    "Input security group " + row.id() + " is still being used by inputs " + users);
              }
              InputSecurityGroup resource =
                  row.resource().toBuilder().state(InputSecurityGroupState.DELETED).build();
              SecurityGroupRow changed = row.with(resource, Times.forget(life.now()));
              state.groups().put(changed);
              return changed;
            });
    schedule(deleted);
  }

  /** Goes on where a former process ended. */
  void resume() {
    state.groups().all().forEach(this::schedule);
  }

  private void schedule(SecurityGroupRow row) {
    Pending pending = row.pending();
    if (pending != null) {
      Instant due = pending.due();
      life.at(due, "forget security group " + row.id(), () -> state.groups().remove(row.id()));
    }
  }

  private SecurityGroupRow alive(@Nullable String id) {
    SecurityGroupRow row = state.groups().get(Scope.current(), id);
    if (row.isDeleted()) {
      throw Refusals.badRequest("Input security group " + id + " is deleted");
    }
    return row;
  }

  private InputSecurityGroup seen(SecurityGroupRow row) {
    List<String> users = state.inputsOf(row);
    InputSecurityGroup.Builder seen = row.resource().toBuilder().inputs(users);
    if (!row.isDeleted() && !users.isEmpty()) {
      seen.state(InputSecurityGroupState.IN_USE);
    }
    return seen.build();
  }

  private static List<InputWhitelistRule> rules(List<InputWhitelistRuleCidr> rules) {
    if (rules.isEmpty()) {
      throw Refusals.badRequest("Must specify at least one whitelist");
    }
    if (rules.size() > MAX_RULES) {
      throw Refusals.badRequest("An input security group has at most " + MAX_RULES + " rules");
    }
    for (InputWhitelistRuleCidr rule : rules) {
      if (rule.cidr() == null || !CIDR.matcher(rule.cidr()).matches()) {
        throw Refusals.badRequest("Invalid CIDR: " + rule.cidr());
      }
    }
    return rules.stream().map(r -> InputWhitelistRule.builder().cidr(r.cidr()).build()).toList();
  }
}
