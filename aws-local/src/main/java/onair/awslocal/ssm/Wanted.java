package onair.awslocal.ssm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.HierarchyTypeMismatchException;
import software.amazon.awssdk.services.ssm.model.InvalidAllowedPatternException;
import software.amazon.awssdk.services.ssm.model.ParameterPatternMismatchException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/**
 * The version a PutParameter asks for. Source: Systems Manager API reference, "PutParameter", and
 * user guide, "Managing parameter tiers".
 */
final class Wanted {

  private static final int STANDARD_BYTES = 4096;
  private static final int ADVANCED_BYTES = 8192;
  private static final String DEFAULT_KEY = "alias/aws/ssm";

  private Wanted() {}

  /** What a former version had and the request does not say stays, except the description. */
  static VersionRow version(PutParameterRequest request, @Nullable VersionRow former, Instant now) {
    if (request.policies() != null) {
      throw Refusals.notImplemented("SSM parameter policies");
    }
    ParameterType type = type(request, former);
    if (request.keyId() != null && type != ParameterType.SECURE_STRING) {
      throw Refusals.invalid("KeyId is required for SecureString type parameter only.");
    }
    checkPattern(request);
    return new VersionRow(
        former == null ? 1 : former.number() + 1,
        type,
        request.value(),
        request.description(),
        type == ParameterType.SECURE_STRING ? key(request, former) : null,
        request.allowedPattern(),
        tier(request, former),
        request.dataType() == null ? "text" : request.dataType(),
        now,
        List.of());
  }

  private static ParameterType type(PutParameterRequest request, @Nullable VersionRow former) {
    if (former == null && request.type() == null) {
      throw Refusals.invalid("A parameter type is required when you create a parameter.");
    }
    if (former == null || request.type() == null || request.type() == former.type()) {
      return former == null ? request.type() : former.type();
    }
    throw HierarchyTypeMismatchException.builder()
        .message(
            ("Parameter Store does not support changing a parameter type in a hierarchy: from %s to"
                    + " %s.")
                .formatted(former.type(), request.type()))
        .build();
  }

  private static String key(PutParameterRequest request, @Nullable VersionRow former) {
    if (request.keyId() != null) {
      return request.keyId();
    }
    return former == null || former.keyId() == null ? DEFAULT_KEY : former.keyId();
  }

  private static ParameterTier tier(PutParameterRequest request, @Nullable VersionRow former) {
    int size = request.value().getBytes(StandardCharsets.UTF_8).length;
    ParameterTier asked = request.tier() == null ? ParameterTier.STANDARD : request.tier();
    boolean advanced =
        asked == ParameterTier.ADVANCED
            || (asked == ParameterTier.INTELLIGENT_TIERING && size > STANDARD_BYTES)
            || (former != null
                && former.tier() == ParameterTier.ADVANCED
                && request.tier() != ParameterTier.STANDARD);
    if (!advanced && former != null && former.tier() == ParameterTier.ADVANCED) {
      throw Refusals.invalid(
          "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from"
              + " the advanced-parameter tier to the standard-parameter tier.");
    }
    if (size == 0 || size > (advanced ? ADVANCED_BYTES : STANDARD_BYTES)) {
      throw Refusals.invalid(
          advanced
              ? "Advanced tier parameters support a parameter value of 1 to 8192 bytes."
              : "Standard tier parameters support a maximum parameter value of 4096 characters. To"
                  + " create a larger parameter value, upgrade the parameter to use the"
                  + " advanced-parameter tier.");
    }
    return advanced ? ParameterTier.ADVANCED : ParameterTier.STANDARD;
  }

  private static void checkPattern(PutParameterRequest request) {
    if (request.allowedPattern() == null) {
      return;
    }
    try {
      if (!Pattern.compile(request.allowedPattern()).matcher(request.value()).find()) {
        throw ParameterPatternMismatchException.builder()
            .message("Parameter value, cannot be validated against allowedPattern")
            .build();
      }
    } catch (PatternSyntaxException e) {
      throw InvalidAllowedPatternException.builder()
          .message("The AllowedPattern is not a valid regular expression: " + e.getDescription())
          .build();
    }
  }
}
