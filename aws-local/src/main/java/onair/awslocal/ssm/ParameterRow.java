package onair.awslocal.ssm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;

/**
 * A parameter as it is kept.
 *
 * @param versions oldest first, at least one; the last is the current one
 */
record ParameterRow(Scope scope, String name, Map<String, String> tags, List<VersionRow> versions) {

  ParameterRow {
    tags = Map.copyOf(tags);
    versions = List.copyOf(versions);
  }

  VersionRow current() {
    return versions.getLast();
  }

  Optional<VersionRow> version(long number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  Optional<VersionRow> labelled(String label) {
    return versions.stream().filter(version -> version.labels().contains(label)).findFirst();
  }

  /** A name with hierarchy begins with a slash, which the ARN has only once. */
  String arn() {
    return scope.arn("ssm", "parameter" + (name.startsWith("/") ? "" : "/") + name);
  }

  String key() {
    return scope.key(name);
  }

  ParameterRow plus(VersionRow version) {
    List<VersionRow> all = new ArrayList<>(versions);
    all.add(version);
    return with(all);
  }

  ParameterRow withoutOldest() {
    return with(versions.subList(1, versions.size()));
  }

  ParameterRow changing(UnaryOperator<VersionRow> change) {
    return with(versions.stream().map(change).toList());
  }

  ParameterRow tagged(Map<String, String> others) {
    return new ParameterRow(scope, name, others, versions);
  }

  private ParameterRow with(List<VersionRow> others) {
    return new ParameterRow(scope, name, tags, others);
  }
}
