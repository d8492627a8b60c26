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
 * @param name as AWS writes it, such as {@code CreateChannel}
 * @param httpMethod such as {@code POST}
 * @param uri template such as {@code /prod/channels/{ChannelId}}
 * @param method of the backend; null when it does not implement the operation
 */
record Operation(String name, String httpMethod, String uri, @Nullable Method method) {

  /** Throws {@link UnsupportedOperationException} when the backend does not implement it. */
  Class<? extends SdkRequest> requestType() {
    return implemented().getParameterTypes()[0].asSubclass(SdkRequest.class);
  }

  /** Calls the backend and passes on what it throws. */
  SdkPojo invoke(SdkClient implementation, SdkRequest request) {
    try {
      return (SdkPojo) implemented().invoke(implementation, request);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Method implemented() {
    if (method == null) {
      throw new UnsupportedOperationException(name);
    }
    return method;
  }
}
