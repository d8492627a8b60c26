package onair.account.bootstrap;

import onair.account.member.NewPassword;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new installation begins with. All of it is used once, when there is no organization yet;
 * only a first key that is not known is added later too.
 *
 * @param ownerEmail who signs in first; empty makes nothing
 * @param ownerPassword 12 characters to 72 bytes; needed with the email; never printed
 * @param apiKey a first key with all scopes, {@code onair_test_…}; empty makes none; never printed
 * @param organizationName what the organization is called
 */
@ConfigurationProperties("onair.account.bootstrap")
record BootstrapProperties(
    @Nullable String ownerEmail,
    @Nullable String ownerPassword,
    @Nullable String apiKey,
    @DefaultValue("My organization") String organizationName) {

  BootstrapProperties {
    ownerEmail = blankToNull(ownerEmail);
    ownerPassword = blankToNull(ownerPassword);
    apiKey = blankToNull(apiKey);
    if (ownerEmail != null && !ownerEmail.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException(
          "onair.account.bootstrap.owner-email must be an email address, not " + ownerEmail);
    }
    if (ownerEmail != null
        && (ownerPassword == null || !NewPassword.Check.isUsable(ownerPassword))) {
      throw new IllegalArgumentException(
          "onair.account.bootstrap.owner-password must have at least 12 characters and at most 72 bytes");
    }
    if (apiKey != null && ownerEmail == null) {
      throw new IllegalArgumentException(
          "onair.account.bootstrap.api-key needs onair.account.bootstrap.owner-email");
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public String toString() {
    return "BootstrapProperties[ownerEmail=%s, organizationName=%s, …]"
        .formatted(ownerEmail, organizationName);
  }
}
