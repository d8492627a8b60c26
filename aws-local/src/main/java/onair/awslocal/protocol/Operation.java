package onair.awslocal.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One operation of a service.
 *
 * @param name such as {@code CreateChannel}
 * @param method of the client interface; null when the backend does not implement it
 */
record Operation(String name, Class<? extends SdkRequest> requestType, @Nullable Method method) {

  /** Calls the backend and passes on what it throws. */
  SdkPojo invoke(SdkClient implementation, SdkRequest request) {
    if (method == null) {
      throw new UnsupportedOperationException(name);
    }
    try {
      return (SdkPojo) method.invoke(implementation, request);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
