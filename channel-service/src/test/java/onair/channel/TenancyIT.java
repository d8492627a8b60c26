package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import onair.test.PostgresDatabase;
import onair.test.TenancyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Row-level security of this service's tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyIT {

  private final TenancyCatalog catalog = TenancyCatalog.of(PostgresDatabase.create());

  @Test
  void everyTableIsBoundToOrganizationsOrSaysWhyNot() {
    assertThat(catalog.unbound()).isEmpty();
  }

  @Test
  void theRoleTheServiceWorksWithCannotGetAroundItsPolicies() {
    assertThat(catalog.loopholes()).isEmpty();
  }

  @Test
  void nobodySeesChangesRemovesOrMakesRowsOfAnotherOrganization() {
    assertThat(catalog.leaks()).isEmpty();
  }
}
