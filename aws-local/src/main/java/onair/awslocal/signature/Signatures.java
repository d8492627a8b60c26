package onair.awslocal.signature;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who calls, by the signature of the request.
 *
 * <p>Callers sign by the system's time, whatever the local clock says; so that is what a signature
 * in a header is held against. A presigned URL ages by the local clock.
 */
public final class Signatures {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final AccessKeys keys;
  private final InstantSource clock;
  private final InstantSource system;

  public Signatures(AccessKeys keys, InstantSource clock) {
    this(keys, clock, InstantSource.system());
  }

  /** Believes any header and no presigned URL; for services by themselves. */
  public static Signatures anybody(String account) {
    return new Signatures(AccessKeys.anybody(List.of(), account), InstantSource.system());
  }

  Signatures(AccessKeys keys, InstantSource clock, InstantSource system) {
    this.keys = keys;
    this.clock = clock;
    this.system = system;
  }

  /**
   * Who calls.
   *
   * @throws SignatureRefused when the signature does not count
   * @throws IOException when the body cannot be read
   */
  public Caller verify(SignableRequest request, PathEncoding encoding, Payload payload)
      throws IOException {
    Signature signature =
        Signature.of(request)
            .orElseThrow(() -> Signature.isIn(request) ? incomplete(request) : missing());
    if (signature.presigned() || keys.strict()) {
      verify(request, signature, encoding, payload);
    }
    return new Caller(
        signature.accessKeyId(),
        keys.accountOf(signature.accessKeyId()),
        signature.region(),
        signature.service());
  }

  private void verify(
      SignableRequest request, Signature signature, PathEncoding encoding, Payload payload)
      throws IOException {
    requireComplete(request, signature);
    AccessKey key =
        keys.find(signature.accessKeyId())
            .orElseThrow(
                () ->
                    refused(
                        SignatureRefused.Kind.UNKNOWN_KEY,
                        "The security token included in the request is invalid."));
    if (signature.presigned()) {
      requireUnexpired(request, signature);
    } else {
      requireRecent(signature);
    }
    String declared =
        signature.presigned()
            ? request.parameter("X-Amz-Content-Sha256")
            : request.header("x-amz-content-sha256");
    String hash = payload.signed(declared);
    if (!new CanonicalRequest(request, signature, encoding, hash).isSignedWith(key.secret())) {
      throw refused(
          SignatureRefused.Kind.WRONG,
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method.");
    }
  }

  private static void requireComplete(SignableRequest request, Signature signature) {
    Optional<String> missing =
        signature.presigned() ? Optional.empty() : Signature.missingFrom(request);
    if (missing.isPresent()) {
      throw refused(SignatureRefused.Kind.INCOMPLETE, missing.get());
    }
    if (signature.presigned()
        && !Signature.ALGORITHM.equals(request.parameter("X-Amz-Algorithm"))) {
      throw refused(
          SignatureRefused.Kind.INCOMPLETE, "X-Amz-Algorithm only supports AWS4-HMAC-SHA256.");
    }
    if (!signature.signedHeaders().contains("host")) {
      throw refused(
          SignatureRefused.Kind.INCOMPLETE, "'Host' must be a 'SignedHeader' of the signature.");
    }
    if (!signature.time().startsWith(signature.day() + "T")) {
      throw refused(
          SignatureRefused.Kind.INCOMPLETE,
          "The date of the credential scope is not that of X-Amz-Date.");
    }
  }

  private void requireRecent(Signature signature) {
    Instant signed = timeOf(signature);
    Instant now = system.instant();
    if (signed.isBefore(now.minus(SKEW))) {
      throw refused(
          SignatureRefused.Kind.SKEWED,
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(signature.time(), TIME.format(now.minus(SKEW)), TIME.format(now)));
    }
    if (signed.isAfter(now.plus(SKEW))) {
      throw refused(
          SignatureRefused.Kind.SKEWED,
          "Signature not yet current: %s is still later than %s (%s + 15 min.)"
              .formatted(signature.time(), TIME.format(now.plus(SKEW)), TIME.format(now)));
    }
  }

  private void requireUnexpired(SignableRequest request, Signature signature) {
    Instant signed = timeOf(signature);
    long seconds = seconds(request.parameter("X-Amz-Expires"));
    Instant now = clock.instant();
    if (signed.isAfter(now.plus(SKEW)) && signed.isAfter(system.instant().plus(SKEW))) {
      throw refused(SignatureRefused.Kind.EXPIRED, "Request is not valid yet");
    }
    if (now.isAfter(signed.plusSeconds(seconds))) {
      throw refused(SignatureRefused.Kind.EXPIRED, "Request has expired");
    }
  }

  private static Instant timeOf(Signature signature) {
    try {
      return Instant.from(TIME.parse(signature.time()));
    } catch (DateTimeException e) {
      throw refused(
          SignatureRefused.Kind.INCOMPLETE,
          "X-Amz-Date must be in the ISO 8601 basic format yyyyMMdd'T'HHmmss'Z'.");
    }
  }

  private static long seconds(@Nullable String expires) {
    try {
      long seconds = Long.parseLong(String.valueOf(expires));
      if (seconds >= 1 && seconds <= LONGEST.toSeconds()) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw refused(SignatureRefused.Kind.INCOMPLETE, "X-Amz-Expires must be 1 to 604800 seconds.");
  }

  private static SignatureRefused incomplete(SignableRequest request) {
    return refused(
        SignatureRefused.Kind.INCOMPLETE,
        Signature.missingFrom(request)
            .orElse("The signature's algorithm or credential scope cannot be read."));
  }

  private static SignatureRefused missing() {
    return refused(SignatureRefused.Kind.MISSING, "Missing Authentication Token");
  }

  private static SignatureRefused refused(SignatureRefused.Kind kind, String message) {
    return new SignatureRefused(kind, message);
  }
}
