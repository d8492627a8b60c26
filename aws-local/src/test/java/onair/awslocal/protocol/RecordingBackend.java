package onair.awslocal.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * Implements every operation of a service: keeps the request and gives or throws what it was told
 * to.
 */
final class RecordingBackend {

  private final SdkClient client;
  private SdkRequest request;
  private SdkResponse response;
  private RuntimeException failure;

  RecordingBackend(Class<? extends SdkClient> api) {
    this.client =
        (SdkClient)
            Proxy.newProxyInstance(
                api.getClassLoader(),
                new Class<?>[] {api},
                (proxy, method, args) -> answer(method, args));
  }

  SdkClient client() {
    return client;
  }

  private synchronized Object answer(Method method, Object[] arguments) {
    if (arguments == null || !(arguments[0] instanceof SdkRequest given)) {
      throw new IllegalStateException(method.getName());
    }
    request = given;
    if (failure != null) {
      throw failure;
    }
    return response;
  }

  synchronized void willReturn(SdkResponse next) {
    request = null;
    response = next;
    failure = null;
  }

  synchronized void willThrow(RuntimeException next) {
    request = null;
    failure = next;
  }

  synchronized SdkRequest request() {
    return request;
  }

  /** Calls an operation by name, and throws what it throws. */
  static SdkResponse call(SdkClient client, Operation operation, SdkRequest request) {
    try {
      return (SdkResponse) operation.method().invoke(client, request);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
