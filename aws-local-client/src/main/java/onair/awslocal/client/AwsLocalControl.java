package onair.awslocal.client;

import java.net.URI;

/** The door of one {@code aws-local}. */
public final class AwsLocalControl {

  private final URI endpoint;

  private AwsLocalControl(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * @param endpoint of its AWS API, such as {@code http://127.0.0.1:4566}
   */
  public static AwsLocalControl at(URI endpoint) {
    return new AwsLocalControl(endpoint);
  }
}
