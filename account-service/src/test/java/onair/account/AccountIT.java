package onair.account;

import java.util.Set;
import java.util.stream.Collectors;
import onair.common.security.Caller;
import onair.test.SettableClock;
import onair.test.TestApi;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole service on a real database, its clock in the test's hand. */
@WithPostgres
@WithTokens
@Import(AccountIT.HandMovedClock.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "onair.account.bootstrap.owner-email=owner@example.com",
      "onair.account.bootstrap.owner-password=" + AccountIT.PASSWORD,
      "onair.account.bootstrap.api-key=" + AccountIT.FIRST_KEY,
      "onair.account.bootstrap.organization-name=Night Owls",
      "onair.account.webhook.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
      // Nobody is there: events wait.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test"
    })
public abstract class AccountIT {

  public static final String PASSWORD = "correct horse battery";
  public static final String FIRST_KEY =
      "onair_test_0123456789012345678901234567890123456789abc32dOAT";

  @Autowired protected JdbcClient jdbc;
  @Autowired protected SettableClock clock;
  @LocalServerPort private int port;

  protected String organizationId = "";

  @BeforeEach
  void findTheOrganization() {
    organizationId =
        jdbc.sql("select id from organization order by id limit 1").query(String.class).single();
  }

  /** Without a token. */
  protected TestApi anybody() {
    return TestApi.at(port);
  }

  /** A key of the first organization. */
  protected TestApi key(String... scopes) {
    return as(new Caller(organizationId, "key_1", Set.of(scopes)));
  }

  /** The gateway, for itself. */
  protected TestApi gateway() {
    return as(Caller.service("gateway-service"));
  }

  protected TestApi as(Caller caller) {
    return anybody().as("account-service", caller);
  }

  /** Somebody who was invited with this role and came: the answer that signs them in. */
  protected TestApi.Reply join(String email, String role) {
    String token =
        key("*")
            .post("/v1/invitations", "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
            .json()
            .path("token")
            .asString();
    return accept(token, PASSWORD);
  }

  protected TestApi.Reply accept(String token, String password) {
    return gateway()
        .post(
            "/internal/sessions/by-invitation",
            "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
  }

  /** Who the session of an answer belongs to, as the gateway is told. */
  protected TestApi.Reply verifySession(TestApi.Reply opened) {
    return gateway()
        .post(
            "/internal/sessions/verify",
            "{\"session\":\"" + opened.json().path("session").asString() + "\"}");
  }

  /** The same as a caller. */
  protected Caller callerOf(TestApi.Reply opened) {
    JsonNode session = verifySession(opened).json();
    return new Caller(
        session.path("organization_id").asString(),
        session.path("subject").asString(),
        session.path("scopes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        session.path("session_id").asString());
  }

  static class HandMovedClock {

    @Bean
    SettableClock settableClock() {
      return SettableClock.create();
    }
  }
}
