package onair.awslocal.protocol;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.protocols.core.OperationInfo;

/** The operations of a client interface as the SDK's generated code has them. */
final class SdkOperations {

  private static final String REQUEST = "Request";

  private SdkOperations() {}

  /** What the index of a service should say. */
  static List<Operations.Entry> of(Class<? extends SdkClient> api) {
    Collection<Operations.Entry> entries =
        Arrays.stream(api.getMethods())
            .filter(SdkOperations::isOperation)
            .map(SdkOperations::entry)
            .collect(
                TreeMap<String, Operations.Entry>::new,
                (all, entry) -> all.put(entry.name(), entry),
                TreeMap::putAll)
            .values();
    return List.copyOf(entries);
  }

  /** Named after its request, plain or streaming; the others are paginators and shortcuts. */
  private static boolean isOperation(Method method) {
    return method.getParameterCount() > 0
        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
        && method.getParameterTypes()[0] != SdkRequest.class
        && method.getName().equalsIgnoreCase(sdkName(method));
  }

  private static String sdkName(Method method) {
    String request = method.getParameterTypes()[0].getSimpleName();
    return request.substring(0, request.length() - REQUEST.length());
  }

  private static Operations.Entry entry(Method method) {
    OperationInfo binding = binding(method.getParameterTypes()[0]);
    String identifier = binding.operationIdentifier();
    String name =
        identifier == null
            ? method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.getName().substring(1)
            : identifier.substring(identifier.lastIndexOf('.') + 1);
    return new Operations.Entry(
        name, method.getName(), binding.httpMethod().name(), binding.requestUri());
  }

  /**
   * The binding the SDK's client sends an operation with; it is private there, so an SDK update may
   * move it.
   */
  static OperationInfo binding(Class<?> request) {
    String marshaller =
        request.getPackageName().replaceFirst("\\.model$", ".transform.")
            + request.getSimpleName()
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
