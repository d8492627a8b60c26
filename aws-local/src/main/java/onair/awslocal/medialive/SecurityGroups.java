package onair.awslocal.medialive;

import java.util.List;
import java.util.Optional;
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

/**
 * Input security groups: IDLE, IN_USE while an input names them, UPDATING after a change, DELETED
 * for a while.
 */
final class SecurityGroups {

  private static final int MAX_RULES = 10;
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern CIDR =
      Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "/(3[0-2]|[12]?\\d)");

  private final MediaLiveState state;
  private final Lifecycle life;
  private final Times times;
  private final Quotas quotas;

  SecurityGroups(MediaLiveState state, Lifecycle life, Times times, Quotas quotas) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.quotas = quotas;
  }

  InputSecurityGroup create(CreateInputSecurityGroupRequest request) {
    var scope = Scope.current();
    List<InputWhitelistRule> rules = rules(request.whitelistRules());
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          quotas.oneMoreSecurityGroup(state.groups().count(scope));
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

  /** Whether in use or not; rules and tags that are given replace the old ones. */
  InputSecurityGroup update(UpdateInputSecurityGroupRequest request) {
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          SecurityGroupRow row = alive(request.inputSecurityGroupId());
          if (row.isUpdating()) {
            throw Refusals.conflict("Input security group " + row.id() + " is being updated");
          }
          InputSecurityGroup.Builder resource = Shapes.fill(row.resource().toBuilder(), request);
          if (request.hasWhitelistRules()) {
            resource.whitelistRules(rules(request.whitelistRules()));
          }
          SecurityGroupRow changed =
              row.with(
                  resource.state(InputSecurityGroupState.UPDATING).build(),
                  times.groupUpdate(life.now()));
          state.groups().put(changed);
          schedule(changed);
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
              if (row.isUpdating()) {
                throw Refusals.badRequest("Input security group " + row.id() + " is being updated");
              }
              SecurityGroupRow changed =
                  row.in(InputSecurityGroupState.DELETED, Times.forget(life.now()));
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
      String what = pending.step() + " security group " + row.id();
      life.at(pending.due(), what, () -> finish(row.id(), pending));
    }
  }

  private void finish(String id, Pending pending) {
    state.exclusively(
        () -> {
          Optional<SecurityGroupRow> row =
              state.groups().get(id).filter(found -> pending.equals(found.pending()));
          row.ifPresent(found -> finish(found, pending.step()));
          return row;
        });
  }

  private void finish(SecurityGroupRow row, Step step) {
    switch (step) {
      case UPDATE -> state.groups().put(row.in(InputSecurityGroupState.IDLE, null));
      case FORGET -> state.groups().remove(row.id());
      default -> throw new IllegalStateException("a security group has no " + step);
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
    if (row.resource().state() == InputSecurityGroupState.IDLE && !users.isEmpty()) {
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
