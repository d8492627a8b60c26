package onair.awslocal.protocol;

import software.amazon.awssdk.core.SdkClient;

/**
 * One AWS service and who answers for it.
 *
 * @param signingName the service in the SigV4 credential scope, such as {@code medialive} or {@code
 *     events}
 * @param api the SDK's synchronous client interface, such as {@code MediaLiveClient.class}
 * @param implementation implements {@code api}; the methods it overrides are the operations that
 *     work, the others answer NotImplemented. It throws the SDK's modelled exceptions.
 */
public record Backend(
    String signingName, Class<? extends SdkClient> api, SdkClient implementation) {

  public Backend {
    if (!api.isInstance(implementation)) {
      throw new IllegalArgumentException(
          implementation.getClass().getName() + " does not implement " + api.getName());
    }
  }
}
