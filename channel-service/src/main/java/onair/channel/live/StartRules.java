package onair.channel.live;

import onair.channel.budget.Budgets;

/** What has to be so for a start to be accepted; each is counted until its transaction ends. */
final class StartRules {

  private final ChannelQuotas quotas;
  private final Budgets budgets;
  private final Billing billing;

  StartRules(ChannelQuotas quotas, Budgets budgets, Billing billing) {
    this.quotas = quotas;
    this.budgets = budgets;
    this.billing = billing;
  }

  /**
   * @throws onair.common.problem.Problem 402 {@code budget_exceeded} or 422 {@code quota_exceeded}
   */
  void require(Channel channel) {
    budgets.require(
        channel.organizationId(), channel.id().value(), billing.perHour(channel.spec()));
    quotas.require(channel);
  }
}
