package onair.awslocal.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What one S3 answered, call by call, in words that another S3's answers can be compared with. */
final class Transcript {

  private final S3Client s3;
  private final List<String> lines = new ArrayList<>();

  Transcript(S3Client s3) {
    this.s3 = s3;
  }

  List<String> lines() {
    return lines;
  }

  /** Only whether it went well, or how not. */
  void call(String what, Consumer<S3Client> call) {
    tell(
        what,
        client -> {
          call.accept(client);
          return "ok";
        });
  }

  /** With its answer; empty when it was refused. */
  <T> Optional<T> tell(String what, Function<S3Client, T> call) {
    try {
      T answer = call.apply(s3);
      lines.add(what + ": " + answer);
      return Optional.of(answer);
    } catch (S3Exception e) {
      lines.add(what + ": " + e.statusCode() + " " + e.awsErrorDetails().errorCode());
      return Optional.empty();
    }
  }
}
