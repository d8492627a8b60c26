package onair.awslocal.mediastore;

/** A call about objects that cannot be answered, in MediaStore's words. */
final class DataRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  DataRefused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  static DataRefused noObject() {
    return new DataRefused(404, "ObjectNotFoundException", "Object not found");
  }

  static DataRefused tooLong() {
    return invalid("An object has at most 25 MiB.");
  }

  static DataRefused invalid(String message) {
    return new DataRefused(400, "ValidationException", message);
  }
}
