package onair.awslocal.secretsmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is kept.
 *
 * @param versions oldest first; those without a stage are forgotten after a while
 * @param deletedAt when it is gone for good, once somebody has deleted it
 */
record SecretRow(
    Scope scope,
    String name,
    String arn,
    @Nullable String description,
    @Nullable String kmsKeyId,
    Map<String, String> tags,
    List<VersionRow> versions,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant deletedAt) {

  /** Source: Secrets Manager quotas, "Versions of a secret". */
  private static final int MOST_VERSIONS = 100;

  SecretRow {
    tags = Map.copyOf(tags);
    versions = List.copyOf(versions);
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  boolean isGone(Instant now) {
    return deletedAt != null && !deletedAt.isAfter(now);
  }

  /** Whether a caller means this one: by name, by ARN, or by ARN without the random end. */
  boolean isMeantBy(String id) {
    return id.equals(name)
        || id.equals(arn)
        || arn.startsWith(id + "-") && id.endsWith(":secret:" + name);
  }

  Optional<VersionRow> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  Optional<VersionRow> staged(String stage) {
    return versions.stream().filter(version -> version.has(stage)).findFirst();
  }

  /** The version takes its stages away from others; what was current becomes the previous one. */
  SecretRow plus(VersionRow added) {
    List<VersionRow> all = new ArrayList<>(released(added.stages()));
    all.add(added);
    for (int i = 0; all.size() > MOST_VERSIONS && i < all.size(); ) {
      if (all.get(i).stages().isEmpty()) {
        all.remove(i);
      } else {
        i++;
      }
    }
    return with(description, kmsKeyId, tags, all, added.createdAt(), deletedAt);
  }

  /**
   * Puts a stage on another version; what was current becomes the previous one.
   *
   * @param to null for none
   */
  SecretRow moved(String stage, @Nullable String to, Instant now) {
    List<VersionRow> all =
        released(List.of(stage)).stream()
            .map(
                version ->
                    version.id().equals(to)
                        ? version.with(
                            Stream.concat(version.stages().stream(), Stream.of(stage)).toList())
                        : version)
            .toList();
    return with(description, kmsKeyId, tags, all, now, deletedAt);
  }

  private List<VersionRow> released(List<String> stages) {
    boolean current = stages.contains(VersionRow.CURRENT);
    List<VersionRow> all = new ArrayList<>();
    for (VersionRow version : versions) {
      List<String> left = new ArrayList<>(version.without(stages).stages());
      if (current) {
        left.remove(VersionRow.PREVIOUS);
        if (version.has(VersionRow.CURRENT)) {
          left.add(VersionRow.PREVIOUS);
        }
      }
      all.add(version.with(left));
    }
    return all;
  }

  SecretRow described(@Nullable String text, @Nullable String key, Instant now) {
    return with(
        text == null ? description : text,
        key == null ? kmsKeyId : key,
        tags,
        versions,
        now,
        deletedAt);
  }

  SecretRow tagged(Map<String, String> others, Instant now) {
    return with(description, kmsKeyId, others, versions, now, deletedAt);
  }

  SecretRow deleted(@Nullable Instant when) {
    return with(description, kmsKeyId, tags, versions, changedAt, when);
  }

  /** Oldest first, and never the same for two rows. */
  String position() {
    return Page.oldestFirst(createdAt, arn);
  }

  private SecretRow with(
      @Nullable String text,
      @Nullable String key,
      Map<String, String> newTags,
      List<VersionRow> newVersions,
      Instant changed,
      @Nullable Instant deleted) {
    return new SecretRow(
        scope, name, arn, text, key, newTags, newVersions, createdAt, changed, deleted);
  }
}
