package onair.account.organization;

import java.time.Instant;
import java.util.Map;

/**
 * Whose resources they are.
 *
 * @param id {@code org_…}
 * @param runsInstallation whether it is the one the installation began with, which makes others
 * @param version grows with each change
 */
public record Organization(
    String id,
    String name,
    boolean runsInstallation,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  Organization with(String name, Map<String, String> metadata, Instant now) {
    return new Organization(
        id, name, runsInstallation, Map.copyOf(metadata), createdAt, now, version + 1);
  }
}
