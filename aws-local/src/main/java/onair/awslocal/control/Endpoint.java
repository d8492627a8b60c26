package onair.awslocal.control;

import java.util.function.Function;

/**
 * One thing the control door can do.
 *
 * @param method such as {@code POST}
 * @param path below {@code /_aws-local}, such as {@code /faults/{id}}; names in braces stand for
 *     one segment
 * @param about one line for people
 * @param forAnyone whether it is open whatever the {@link ControlAccess} is
 * @param action may throw {@link ControlRefused}; runs on a virtual thread of its own
 */
public record Endpoint(
    String method,
    String path,
    String about,
    boolean forAnyone,
    Function<ControlRequest, ControlAnswer> action) {

  /** An endpoint for those the door lets in. */
  public Endpoint(
      String method, String path, String about, Function<ControlRequest, ControlAnswer> action) {
    this(method, path, about, false, action);
  }
}
