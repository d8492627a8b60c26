package onair.account.bootstrap;

import java.time.InstantSource;
import java.util.Map;
import onair.account.apikey.ApiKeys;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.member.Passwords;
import onair.account.organization.Organization;
import onair.account.organization.OrganizationStore;
import onair.account.permission.Role;
import onair.common.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the first organization before the service takes its first request. Starting again, or twice
 * at once, makes nothing twice.
 */
final class Bootstrap implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(Bootstrap.class);

  /** Any number nobody else locks; held until the transaction ends. */
  private static final long LOCK = 0x0A1B_0075L;

  private final BootstrapProperties properties;
  private final OrganizationStore organizations;
  private final MemberStore members;
  private final Passwords passwords;
  private final ApiKeys keys;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Bootstrap(
      BootstrapProperties properties,
      OrganizationStore organizations,
      MemberStore members,
      Passwords passwords,
      ApiKeys keys,
      JdbcClient jdbc,
      TransactionOperations transactions,
      InstantSource clock) {
    this.properties = properties;
    this.organizations = organizations;
    this.members = members;
    this.passwords = passwords;
    this.keys = keys;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    String email = properties.ownerEmail();
    String password = properties.ownerPassword();
    if (email != null && password != null) {
      Tenancy.runAsSystem(
          () -> transactions.executeWithoutResult(transaction -> ensure(email, password)));
    }
  }

  private void ensure(String email, String password) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query((row, number) -> number)
        .single();
    Organization organization = organizations.first().orElseGet(() -> create(email, password));
    String key = properties.apiKey();
    if (key != null) {
      keys.ensure(organization.id(), "First key", key);
    }
  }

  private Organization create(String email, String password) {
    Organization organization =
        organizations.createFirst(properties.organizationName(), clock.instant());
    Member owner =
        members
            .create(organization.id(), email, Role.OWNER, Map.of(), clock.instant())
            .orElseThrow(() -> new IllegalStateException("Somebody has the email " + email));
    passwords.set(owner, password);
    log.info("Made the organization {} with its owner {}", organization.id(), email);
    return organization;
  }
}
