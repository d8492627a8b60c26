package onair.awslocal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * The operations of a service: their names and HTTP bindings from {@code operations/<signing
 * name>.tsv}, which is written from the SDK's generated code when the SDK changes, and the
 * backend's methods. Nothing of the SDK is loaded but what the backend implements.
 */
final class Operations {

  private Operations() {}

  /**
   * A line of the index.
   *
   * @param sdkMethod of the client interface, such as {@code createChannel}
   */
  record Entry(String name, String sdkMethod, String httpMethod, String uri) {

    static Entry parse(String line) {
      String[] columns = line.split("\t", -1);
      return new Entry(columns[0], columns[1], columns[2], columns[3]);
    }

    String line() {
      return String.join("\t", name, sdkMethod, httpMethod, uri);
    }
  }

  /** Every operation by name. */
  static Map<String, Operation> of(Backend backend) {
    Map<String, Method> implemented = implemented(backend);
    Map<String, Operation> operations = new TreeMap<>();
    for (Entry entry : index(backend.signingName())) {
      operations.put(
          entry.name(),
          new Operation(
              entry.name(), entry.httpMethod(), entry.uri(), implemented.get(entry.sdkMethod())));
    }
    return operations;
  }

  /**
   * By name; what a class inherits from the interface is not implemented, while a proxy implements
   * everything.
   */
  private static Map<String, Method> implemented(Backend backend) {
    Class<?> implementation = backend.implementation().getClass();
    Class<?> first = Proxy.isProxyClass(implementation) ? backend.api() : implementation;
    Map<String, Method> methods = new HashMap<>();
    for (Class<?> type = first; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (isOperation(method)) {
          method.trySetAccessible(); // the backend's class need not be public
          methods.putIfAbsent(method.getName(), method);
        }
      }
    }
    return methods;
  }

  private static boolean isOperation(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && method.getParameterCount() == 1
        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
        && SdkResponse.class.isAssignableFrom(method.getReturnType());
  }

  /** The lines of a service's index, in the order of names. */
  static List<Entry> index(String signingName) {
    String file = "operations/" + signingName + ".tsv";
    try (InputStream in = Operations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is not there; OperationIndexTest says how to write it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Entry::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
