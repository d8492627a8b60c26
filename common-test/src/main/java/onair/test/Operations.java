package onair.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Methods of controllers as operations of the public API: verb, address, arguments, answer. */
final class Operations {

  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final String REQUEST_BODY = WEB + "RequestBody";
  private static final Map<String, String> VERBS =
      Map.of(
          WEB + "GetMapping", "GET",
          WEB + "PostMapping", "POST",
          WEB + "PutMapping", "PUT",
          WEB + "PatchMapping", "PATCH",
          WEB + "DeleteMapping", "DELETE");

  private Operations() {}

  /** Those under {@code /v1}, with one of these verbs; with any when none is given. */
  static DescribedPredicate<JavaMethod> operations(String... verbs) {
    String what = verbs.length == 0 ? "operations" : String.join(" or ", verbs) + " operations";
    return DescribedPredicate.describe(
        "are " + what,
        method ->
            Controllers.ARE_CONTROLLERS.test(method.getOwner())
                && !verb(method).isEmpty()
                && (address(method).equals("/v1") || address(method).startsWith("/v1/"))
                && (verbs.length == 0 || List.of(verbs).contains(verb(method))));
  }

  /** Whether it makes one more of what its controller is about. */
  static boolean makesOne(JavaMethod method) {
    return operations("POST").test(method)
        && ownPath(method).isEmpty()
        && !basePath(method.getOwner()).isEmpty();
  }

  /** Whether it changes what has an id, rather than a part of it. */
  static boolean changesOne(JavaMethod method) {
    return operations("PATCH").test(method) && address(method).endsWith("}");
  }

  static boolean takes(JavaMethod method, Class<?> type) {
    return method.getRawParameterTypes().stream().anyMatch(one -> one.isEquivalentTo(type));
  }

  static boolean answersWith(JavaMethod method, Predicate<JavaClass> type) {
    return type.test(method.getRawReturnType());
  }

  /** What the body of the request is read into. */
  static Optional<JavaClass> body(JavaMethod method) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.isAnnotatedWith(REQUEST_BODY))
        .map(parameter -> parameter.getRawType())
        .findFirst();
  }

  /** Of {@code Page<Thing>} the thing. */
  static Optional<JavaClass> item(JavaMethod method) {
    return method.getReturnType() instanceof JavaParameterizedType generic
        ? Optional.of(generic.getActualTypeArguments().getFirst().toErasure())
        : Optional.empty();
  }

  static boolean hasField(JavaClass type, String name) {
    return type.tryGetField(name).isPresent();
  }

  private static String verb(JavaMethod method) {
    return VERBS.entrySet().stream()
        .filter(known -> method.isAnnotatedWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String address(JavaMethod method) {
    return basePath(method.getOwner()) + ownPath(method);
  }

  private static String basePath(JavaClass controller) {
    return path(controller, Stream.of(WEB + "RequestMapping"));
  }

  private static String ownPath(JavaMethod method) {
    return path(method, VERBS.keySet().stream());
  }

  private static String path(HasAnnotations<?> mapped, Stream<String> mappings) {
    return mappings
        .flatMap(mapping -> mapped.tryGetAnnotationOfType(mapping).stream())
        .flatMap(mapping -> Stream.of("value", "path").flatMap(name -> texts(mapping, name)))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> texts(JavaAnnotation<?> mapping, String property) {
    return mapping.get(property).stream()
        .flatMap(value -> value instanceof String[] texts ? Stream.of(texts) : Stream.empty());
  }
}
