package onair.account.apikey;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the gateway who a key belongs to. */
@Hidden
@RestController
@RequiresScope(Caller.INTERNAL)
final class CredentialController {

  private final ApiKeys keys;
  private final ApiKeySecret.Environment environment;

  CredentialController(ApiKeys keys, ApiKeySecret.Environment environment) {
    this.keys = keys;
    this.environment = environment;
  }

  /**
   * 404 when there is no such key, or it is revoked or has expired; which of them is nobody's
   * business.
   */
  @PostMapping("/internal/credentials/verify")
  Owner verify(@RequestBody Offered offered) {
    return keys.verify(offered.credential())
        .map(
            key ->
                new Owner(
                    key.organizationId(), key.id(), key.scopes(), environment, key.expiresAt()))
        .orElseThrow(CredentialController::refused);
  }

  private static Problem refused() {
    return Problem.of(404, "credential_refused", "The credential is not good");
  }

  record Offered(@NotNull @Size(max = 1000) String credential) {

    @Override
    public String toString() {
      return "Offered[…]";
    }
  }

  record Owner(
      String organizationId,
      String subject,
      List<String> scopes,
      ApiKeySecret.Environment environment,
      @Nullable Instant expiresAt) {}
}
