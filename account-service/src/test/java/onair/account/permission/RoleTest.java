package onair.account.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

  private static final Path PAGE = Path.of("../docs/identity.md");

  @ParameterizedTest
  @EnumSource(Role.class)
  void hasOnlyScopesThereAre(Role role) {
    assertThat(Set.copyOf(role.scopes())).allMatch(RoleTest::isKnown);
  }

  private static boolean isKnown(String scope) {
    return Scopes.all().contains(scope);
  }

  @Test
  void leavesPeopleKeysAndTheOrganizationToOwners() {
    Scopes.all().stream()
        .filter(scope -> scope.matches("(members|api-keys|organizations):(write|\\*)|audit:.*|\\*"))
        .forEach(
            scope ->
                assertThat(Arrays.stream(Role.values()).filter(role -> may(role, scope)))
                    .as(scope)
                    .containsExactly(Role.OWNER));
  }

  @Test
  void isNeverTheGatewaysOwn() {
    assertThat(Role.values()).noneMatch(role -> may(role, Caller.INTERNAL));
    assertThat(Scopes.all()).doesNotContain(Caller.INTERNAL);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void readsAsTheManualSays(Role role) throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `" + role.word() + "` |"))
            .toList();

    assertThat(rows).hasSize(1);
    var told =
        Arrays.stream(rows.getFirst().split("\\|")[3].split("`"))
            .filter(word -> word.matches("\\*|[a-z-]+:[a-z*]+"))
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(role.scopes());
  }

  @Test
  void isNotGivenByWhoMayDoLess() {
    var caller = new Caller("org_1", "key_1", Set.of("channels:*", "members:write"));

    Scopes.requireAll(caller, List.of("channels:read", "channels:*", "members:write"));
    assertThatThrownBy(() -> Scopes.requireAll(caller, Role.VIEWER.scopes()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
    assertThatThrownBy(() -> Scopes.requireAll(caller, Set.of("*"))).isInstanceOf(Problem.class);
  }

  private static boolean may(Role role, String scope) {
    return new Caller("org_1", "mem_1", role.scopes()).has(scope);
  }
}
