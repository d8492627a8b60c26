package onair.awslocal.protocol;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.protocols.core.OperationInfo;

/** Finds a service's operations and their HTTP bindings in the SDK's generated code. */
final class Operations {

  private static final String REQUEST = "Request";

  private Operations() {}

  /**
   * Every operation of the client interface by name, bound to the backend's method where it
   * overrides it. Letter case plays no part: the SDK writes {@code GetAws...} where the wire has
   * {@code GetAWS...}.
   */
  static Map<String, Operation> of(Backend backend) {
    Map<String, Operation> operations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Method method : backend.api().getMethods()) {
      Class<? extends SdkRequest> request = requestOf(method);
      if (request != null) {
        Operation operation = operation(backend, method, request);
        operations.merge(
            operation.name(), operation, (one, other) -> one.method() == null ? other : one);
      }
    }
    return operations;
  }

  private static Operation operation(
      Backend backend, Method method, Class<? extends SdkRequest> request) {
    String simple = request.getSimpleName();
    String name = simple.substring(0, simple.length() - REQUEST.length());
    boolean plain =
        method.getParameterCount() == 1
            && SdkResponse.class.isAssignableFrom(method.getReturnType());
    return new Operation(
        name, request, plain && overrides(backend.implementation(), method) ? method : null);
  }

  private static boolean overrides(Object implementation, Method method) {
    try {
      return !implementation
          .getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .getDeclaringClass()
          .isInterface();
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** The request type of a method that is an operation: plain, paginated or streaming. */
  private static @Nullable Class<? extends SdkRequest> requestOf(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .limit(1)
        .filter(type -> SdkRequest.class.isAssignableFrom(type) && type != SdkRequest.class)
        .map(type -> type.<SdkRequest>asSubclass(SdkRequest.class))
        .findFirst()
        .orElse(null);
  }

  /**
   * The binding the SDK's client sends the operation with; it is private there, so an SDK update
   * may move it.
   */
  static OperationInfo binding(Operation operation) {
    String marshaller =
        operation.requestType().getPackageName().replaceFirst("\\.model$", ".transform.")
            + operation.requestType().getSimpleName()
            + "Marshaller";
    try {
      Field binding = Class.forName(marshaller).getDeclaredField("SDK_OPERATION_BINDING");
      binding.setAccessible(true);
      return (OperationInfo) binding.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This SDK version has no binding in " + marshaller, e);
    }
  }
}
