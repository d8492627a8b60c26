package onair.account.session;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import onair.account.member.NewPassword;

/** A change of password. */
@Schema(name = "NewPassword")
record PasswordRequest(
    @NotNull @Size(max = 1000) @Schema(format = "password", example = "correct horse battery")
        String currentPassword,
    @NotNull
        @NewPassword
        @Schema(
            format = "password",
            description = "12 characters to 72 bytes",
            example = "staple battery horse correct")
        String newPassword) {

  @Override
  public String toString() {
    return "PasswordRequest[…]";
  }
}
