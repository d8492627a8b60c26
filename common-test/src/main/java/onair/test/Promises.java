package onair.test;

import static onair.test.Operations.takes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.DryRun;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;

/** What every operation of the API promises by its annotations, arguments and answer. */
final class Promises {

  private static final String METADATA = "metadata";
  private static final String EMITTER =
      "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter";

  private Promises() {}

  static final ArchCondition<JavaMethod> TAKE_A_KEY =
      condition("be @Idempotent", method -> method.isAnnotatedWith(Idempotent.class));

  static final ArchCondition<JavaMethod> BE_REHEARSED_WHEN_A_KEY_IS_REQUIRED =
      condition(
          "take a DryRun when their key is required, and only then",
          method -> takes(method, DryRun.class) == requiresKey(method));

  static final ArchCondition<JavaMethod> TAKE_IF_MATCH =
      condition(
          "take an IfMatch, or be @Unversioned",
          method -> takes(method, IfMatch.class) || method.isAnnotatedWith(Unversioned.class));

  static final ArchCondition<JavaMethod> BE_PAGED_WHEN_LISTS =
      condition(
          "take a PageRequest when they answer a Page",
          method -> !isList(method) || takes(method, PageRequest.class));

  static final ArchCondition<JavaMethod> BE_SEARCHED_BY_METADATA =
      condition(
          "take a MetadataFilter when what they list has metadata",
          method ->
              !isList(method)
                  || !hasMetadata(Operations.item(method))
                  || takes(method, MetadataFilter.class));

  static final ArchCondition<JavaMethod> TELL_A_VERSION =
      condition(
          "answer a Tagged, a Page, a stream or nothing, or be @Unversioned",
          method ->
              method.isAnnotatedWith(Unversioned.class)
                  || Operations.answersWith(
                      method,
                      type ->
                          type.isEquivalentTo(Tagged.class)
                              || type.isEquivalentTo(Page.class)
                              || type.isEquivalentTo(void.class)
                              || type.isAssignableTo(EMITTER)));

  static final ArchCondition<JavaMethod> TAKE_METADATA =
      condition(
          "take metadata in their body",
          method -> Operations.body(method).isEmpty() || hasMetadata(Operations.body(method)));

  /** Whoever takes such an argument calls the method, or hands it to somebody who does. */
  static ArchCondition<JavaMethod> use(Class<?> argument, String called) {
    return condition(
        "lead to " + argument.getSimpleName() + "." + called,
        method -> !takes(method, argument) || reaches(method, argument, called, new HashSet<>()));
  }

  private static boolean reaches(
      JavaMethod method, Class<?> argument, String called, Set<JavaMethod> seen) {
    return seen.add(method)
        && method.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    (call.getTargetOwner().isEquivalentTo(argument)
                            && call.getName().equals(called))
                        || call.getTarget()
                            .resolveMember()
                            .filter(target -> takes(target, argument))
                            .filter(target -> reaches(target, argument, called, seen))
                            .isPresent());
  }

  private static boolean isList(JavaMethod method) {
    return method.getRawReturnType().isEquivalentTo(Page.class);
  }

  private static boolean hasMetadata(Optional<JavaClass> type) {
    return type.filter(known -> Operations.hasField(known, METADATA)).isPresent();
  }

  private static boolean requiresKey(JavaMethod method) {
    return method.tryGetAnnotationOfType(Idempotent.class).filter(Idempotent::required).isPresent();
  }

  private static ArchCondition<JavaMethod> condition(
      String description, Predicate<JavaMethod> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean kept = holds.test(method);
        events.add(
            new SimpleConditionEvent(
                method,
                kept,
                method.getFullName() + (kept ? " does " : " does not ") + description));
      }
    };
  }
}
