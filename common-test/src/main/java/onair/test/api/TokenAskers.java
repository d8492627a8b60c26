package onair.test.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestTokens;

/** Who comes to a service: holders of internal tokens, as the gateway makes them, or forged. */
record TokenAskers(String service, TestApi anonymous, Caller ours) implements Askers {

  private static final Duration EXPIRED = Duration.ofMinutes(-5);

  @Override
  public TestApi owner() {
    return anonymous.as(service, ours);
  }

  @Override
  public Map<String, TestApi> unknown() {
    var all = new LinkedHashMap<String, TestApi>();
    all.put("nobody", anonymous);
    all.put("an expired token", bearer(TestTokens.shared().sign(service, ours, EXPIRED)));
    all.put("a stranger's token", bearer(TestTokens.create().sign(service, ours)));
    all.put("a token for elsewhere", bearer(TestTokens.shared().sign("elsewhere", ours)));
    return all;
  }

  private TestApi bearer(String token) {
    return anonymous.with("Authorization", "Bearer " + token);
  }

  @Override
  public TestApi member(String role, Set<String> scopes) {
    return key(scopes);
  }

  @Override
  public TestApi key(Set<String> scopes) {
    return anonymous.as(service, new Caller(ours.organizationId(), ours.subject(), scopes));
  }

  @Override
  public TestApi stranger() {
    return anonymous.as(service, new Caller("org_stranger", "key_stranger", Set.of("*")));
  }
}
