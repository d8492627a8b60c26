package onair.channel.budget;

import java.math.BigDecimal;
import onair.common.version.IfMatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a user may do with budgets, for tests of channels. */
public final class BudgetsAtHand {

  private final BudgetCommands commands;

  private BudgetsAtHand(BudgetCommands commands) {
    this.commands = commands;
  }

  /** Budgets over the channels of a test. */
  @Configuration(proxyBeanMethods = false)
  public static class World {

    @Bean
    BudgetsAtHand budgetsAtHand(BudgetCommands commands) {
      return new BudgetsAtHand(commands);
    }
  }

  public void put(String organizationId, String subject, BigDecimal limit) {
    commands.put(organizationId, subject, IfMatch.any(), limit);
  }

  public void delete(String organizationId, String subject) {
    commands.delete(organizationId, subject, IfMatch.any());
  }
}
