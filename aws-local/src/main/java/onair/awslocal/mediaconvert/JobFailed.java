package onair.awslocal.mediaconvert;

import onair.awslocal.media.transcode.TranscodeFailed;

/** A job ends with an error. Source: MediaConvert user guide, "Error codes". */
final class JobFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** The file is there and cannot be opened as media. */
  private static final int NOT_OPENED = 1010;

  /** The file was opened, and what is needed of it is not there or cannot be decoded. */
  private static final int NOT_DECODED = 1040;

  private static final int NO_INPUT = 1404;
  private static final int UNKNOWN = 1999;
  private static final int NO_OUTPUT = 3404;

  private final int code;

  private JobFailed(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }

  static JobFailed noInput(S3Location input) {
    return new JobFailed(
        NO_INPUT, "Unable to open input file [" + input + "]: [there is no such object]");
  }

  static JobFailed unusable(S3Location input, String reason) {
    return new JobFailed(
        NOT_OPENED,
        "Unable to open input file [" + input + "]: [Failed probe/open: [" + reason + "]]");
  }

  static JobFailed transcoding(S3Location input, TranscodeFailed failure) {
    return switch (failure.reason()) {
      case INPUT_LACKS_TRACK, INPUT_DAMAGED ->
          new JobFailed(
              NOT_DECODED,
              "Unable to transcode input file [" + input + "]: " + failure.getMessage());
      case TIMED_OUT, MACHINE -> unknown("The job could not be done: " + failure.getMessage());
    };
  }

  static JobFailed noOutput(S3Location output) {
    return new JobFailed(
        NO_OUTPUT, "Unable to write to output file [" + output + "]: [there is no such bucket]");
  }

  static JobFailed unknown(String message) {
    return new JobFailed(UNKNOWN, message);
  }
}
