package onair.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Row-level security of a service's tables, tried on an empty database with its migrations. A
 * service's own test extends it and adds what only its tables have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TenancyContract {

  /** Where the service's tables are. */
  protected final PostgresDatabase database = PostgresDatabase.create();

  private final TenancyCatalog catalog = TenancyCatalog.of(database);

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
