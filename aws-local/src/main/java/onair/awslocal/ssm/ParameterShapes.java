package onair.awslocal.ssm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import onair.awslocal.resource.Fingerprint;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** A parameter in the shapes AWS answers with. */
final class ParameterShapes {

  private ParameterShapes() {}

  static Parameter parameter(Parameters.Selected selected, @Nullable Boolean decrypted) {
    ParameterRow row = selected.row();
    VersionRow version = selected.version();
    return Parameter.builder()
        .name(row.name())
        .arn(row.arn())
        .type(version.type())
        .value(value(row, version, decrypted))
        .version(version.number())
        .selector(selected.selector())
        .lastModifiedDate(version.changedAt())
        .dataType(version.dataType())
        .build();
  }

  static ParameterHistory history(
      ParameterRow row, VersionRow version, @Nullable Boolean decrypted) {
    return ParameterHistory.builder()
        .name(row.name())
        .type(version.type())
        .keyId(version.keyId())
        .value(value(row, version, decrypted))
        .description(version.description())
        .allowedPattern(version.allowedPattern())
        .version(version.number())
        .labels(version.labels())
        .tier(version.tier())
        .dataType(version.dataType())
        .lastModifiedDate(version.changedAt())
        .lastModifiedUser(user(row))
        .build();
  }

  static ParameterMetadata metadata(ParameterRow row) {
    VersionRow version = row.current();
    return ParameterMetadata.builder()
        .name(row.name())
        .arn(row.arn())
        .type(version.type())
        .keyId(version.keyId())
        .description(version.description())
        .allowedPattern(version.allowedPattern())
        .version(version.number())
        .tier(version.tier())
        .dataType(version.dataType())
        .lastModifiedDate(version.changedAt())
        .lastModifiedUser(user(row))
        .build();
  }

  /** A secure string that is not decrypted is a text of no meaning that says nothing of it. */
  private static String value(ParameterRow row, VersionRow version, @Nullable Boolean decrypted) {
    if (!version.isSecure() || Boolean.TRUE.equals(decrypted)) {
      return version.value();
    }
    String what = row.arn() + "#" + version.number();
    byte[] opaque = Fingerprint.digest(what.getBytes(StandardCharsets.UTF_8));
    return "AQICAH" + Base64.getEncoder().encodeToString(opaque);
  }

  private static String user(ParameterRow row) {
    return "arn:aws:iam::" + row.scope().accountId() + ":root";
  }
}
