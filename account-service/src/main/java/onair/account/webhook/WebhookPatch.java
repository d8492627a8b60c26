package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import onair.common.outgoing.TargetCheck;
import onair.common.patch.Patch;

/** What shall be different; what is left out stays. */
@Schema(name = "WebhookPatch")
record WebhookPatch(
    Patch<@NotBlank @NotNull @Size(max = TargetCheck.LONGEST) String> url,
    Patch<@Size(max = 255) String> description,
    Patch<@NotNull @Size(max = 100) List<@NotNull String>> types,
    Patch<@NotNull @OneOf({"enabled", "disabled"}) String> status,
    Patch<@NotNull @Metadata Map<String, String>> metadata) {}
