package onair.awslocal.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import onair.awslocal.store.StoredObject;
import onair.awslocal.store.WriteCondition;
import org.jspecify.annotations.Nullable;

/**
 * What a request says must be so of the object that is there.
 *
 * <p>Source: Amazon S3 API Reference, "GetObject", "PutObject" and "CopyObject"; RFC 9110, 13.2.2.
 */
record Preconditions(
    @Nullable String match,
    @Nullable String noneMatch,
    @Nullable Instant unmodifiedSince,
    @Nullable Instant modifiedSince) {

  /** How an object stands to what a reader has of it. */
  enum Verdict {
    MET,
    NOT_MODIFIED,
    FAILED
  }

  static Preconditions of(S3Request request) {
    return of(request, "");
  }

  /** About the object that is copied. */
  static Preconditions ofSource(S3Request request) {
    return of(request, "x-amz-copy-source-");
  }

  private static Preconditions of(S3Request request, String prefix) {
    return new Preconditions(
        request.header(prefix + "if-match"),
        request.header(prefix + "if-none-match"),
        time(request.header(prefix + "if-unmodified-since")),
        time(request.header(prefix + "if-modified-since")));
  }

  /** For who reads it. */
  Verdict of(StoredObject object) {
    Instant modified = object.modified().truncatedTo(ChronoUnit.SECONDS);
    boolean changed =
        match == null
            ? unmodifiedSince != null && modified.isAfter(unmodifiedSince)
            : !names(match, object);
    if (changed) {
      return Verdict.FAILED;
    }
    boolean same =
        noneMatch == null
            ? modifiedSince != null && !modified.isAfter(modifiedSince)
            : names(noneMatch, object);
    return same ? Verdict.NOT_MODIFIED : Verdict.MET;
  }

  /**
   * For who writes in its place: {@code If-None-Match} knows only {@code *}.
   *
   * @throws S3Failure at once when S3 does not have such a condition
   */
  WriteCondition forWriting() {
    if (noneMatch != null && !noneMatch.equals("*")) {
      throw S3Failure.notImplemented("If-None-Match of a write other than *");
    }
    if (match == null && noneMatch == null) {
      return WriteCondition.NONE;
    }
    return this::requireForWriting;
  }

  private void requireForWriting(@Nullable StoredObject now) {
    if (match != null && now == null) {
      throw S3Failure.noSuchKey();
    }
    boolean other = match != null && now != null && !names(match, now);
    if (other || noneMatch != null && now != null) {
      throw S3Failure.preconditionFailed();
    }
  }

  private static boolean names(String etags, StoredObject object) {
    return Arrays.stream(etags.split(","))
        .map(String::strip)
        .map(etag -> etag.startsWith("W/") ? etag.substring(2) : etag)
        .map(etag -> etag.replace("\"", ""))
        .anyMatch(etag -> etag.equals("*") || etag.equals(object.etag()));
  }

  /** A date that cannot be read counts as none. */
  private static @Nullable Instant time(@Nullable String date) {
    try {
      return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
