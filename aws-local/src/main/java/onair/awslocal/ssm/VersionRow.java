package onair.awslocal.ssm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * One version of a parameter.
 *
 * @param number 1 for the first
 * @param keyId of secure strings only
 * @param labels each is on one version of a parameter at most
 */
record VersionRow(
    long number,
    ParameterType type,
    String value,
    @Nullable String description,
    @Nullable String keyId,
    @Nullable String allowedPattern,
    ParameterTier tier,
    String dataType,
    Instant changedAt,
    List<String> labels) {

  VersionRow {
    labels = List.copyOf(labels);
  }

  boolean isSecure() {
    return type == ParameterType.SECURE_STRING;
  }

  VersionRow without(Collection<String> removed) {
    return with(labels.stream().filter(label -> !removed.contains(label)).toList());
  }

  VersionRow plus(Collection<String> added) {
    List<String> all = new ArrayList<>(without(added).labels());
    all.addAll(added);
    return with(all);
  }

  private VersionRow with(List<String> others) {
    return new VersionRow(
        number, type, value, description, keyId, allowedPattern, tier, dataType, changedAt, others);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "version " + number + " of type " + type;
  }
}
