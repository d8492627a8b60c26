package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.awslocal.model.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What MediaPackage v2 promises of anything that has a name below another name, as its API
 * reference says it: a group, a channel in it, an endpoint of that, a harvest job of that. Written
 * apart from the code under test. Each question is answered as AWS would, with the kind of conflict
 * behind the exception's name, and when it is granted, has its effect.
 */
final class HistoryModel {

  static final Answer OK = Answer.OK;
  static final Answer MISSING = new Answer("ResourceNotFoundException");
  static final Answer INVALID = new Answer("ValidationException");
  static final Answer IN_USE = conflict("RESOURCE_IN_USE");
  static final Answer EXISTS = conflict("RESOURCE_ALREADY_EXISTS");
  static final Answer MISMATCH = conflict("IDEMPOTENT_PARAMETER_MISMATCH");
  static final Answer STALE = conflict("CONFLICTING_OPERATION");

  private static final Duration TURN = Duration.ofMillis(300);

  /** What a name stands for. */
  static final class Thing {
    final String description;
    final String token;

    /** As it is, which an update changes. */
    String now;

    String etag = "";
    @Nullable String policy;
    @Nullable Instant resetAt;

    /** Of a harvest job. */
    String status = "QUEUED";

    Instant due = Instant.MAX;

    Thing(String description, String token) {
      this.description = description;
      this.token = token;
      this.now = description;
    }
  }

  /** By path, such as {@code a/b}; what lies how deep is what it is. */
  final Map<String, Thing> things = new TreeMap<>();

  /** Endings told to EventBridge, by path of the job. */
  final Map<String, List<String>> told = new HashMap<>();

  Instant now;

  /** Whether the origin has content to harvest. */
  boolean content;

  HistoryModel(Instant now) {
    this.now = now;
  }

  static Answer conflict(String type) {
    return new Answer("ConflictException " + type);
  }

  static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  List<String> at(int depth) {
    return things.keySet().stream().filter(path -> depth(path) == depth).toList();
  }

  /** All but harvest jobs, which outlive what they were made of. */
  Answer create(String path, String description, String token) {
    if (depth(path) > 0 && !things.containsKey(parent(path))) {
      return MISSING;
    }
    for (String other : at(depth(path))) {
      Thing earlier = things.get(other);
      if (earlier != null && earlier.token.equals(token)) {
        return other.equals(path) && earlier.description.equals(description) ? OK : MISMATCH;
      }
    }
    if (things.containsKey(path)) {
      return EXISTS;
    }
    Thing thing = new Thing(description, token);
    things.put(path, thing);
    return OK;
  }

  Answer update(String path, String description, @Nullable String etag) {
    Thing thing = things.get(path);
    if (thing == null) {
      return MISSING;
    }
    if (etag != null && !etag.equals(thing.etag)) {
      return STALE;
    }
    thing.now = description;
    return OK;
  }

  /** What is not there is deleted already. */
  Answer delete(String path) {
    boolean used =
        depth(path) < 2 && at(depth(path) + 1).stream().anyMatch(p -> parent(p).equals(path));
    if (!used) {
      things.remove(path);
    }
    return used ? IN_USE : OK;
  }

  Answer reset(String path) {
    Thing thing = things.get(path);
    if (thing == null) {
      return MISSING;
    }
    thing.resetAt = now;
    return OK;
  }

  Answer policy(String path, @Nullable String policy) {
    Thing thing = things.get(path);
    if (thing == null) {
      return MISSING;
    }
    thing.policy = policy;
    return OK;
  }

  /**
   * @param readable when the last asked moment can be read
   */
  Answer harvest(String path, String description, String token, Instant readable) {
    Answer answer = create(path, description, token);
    Thing job = things.get(path);
    if (answer.isOk() && job != null && job.due.equals(Instant.MAX) && isQueued(job)) {
      job.due = now.plus(TURN).isAfter(readable) ? now.plus(TURN) : readable;
    }
    return answer;
  }

  Answer cancel(String path, @Nullable String etag) {
    Thing job = things.get(path);
    if (job == null) {
      return MISSING;
    }
    if (etag != null && !etag.equals(job.etag)) {
      return STALE;
    }
    if (!isQueued(job)) {
      return INVALID;
    }
    end(path, job, "CANCELLED");
    return OK;
  }

  private static boolean isQueued(Thing job) {
    return job.status.equals("QUEUED");
  }

  void pass(Duration time) {
    now = now.plus(time);
    for (String path : at(3)) {
      Thing job = things.get(path);
      if (job != null && isQueued(job) && !job.due.isAfter(now)) {
        boolean possible = content && things.containsKey(parent(path));
        end(path, job, possible ? "COMPLETED" : "FAILED");
      }
    }
  }

  private void end(String path, Thing job, String status) {
    job.status = status;
    told.computeIfAbsent(path, same -> new ArrayList<>()).add(status);
  }
}
