package onair.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.Arrays;

/** What the rules ask of controllers. */
final class Controllers {

  private static final String REST_CONTROLLER =
      "org.springframework.web.bind.annotation.RestController";
  private static final String REQUEST_MAPPING =
      "org.springframework.web.bind.annotation.RequestMapping";

  private Controllers() {}

  static final DescribedPredicate<JavaClass> ARE_CONTROLLERS =
      DescribedPredicate.describe("are controllers", type -> type.isAnnotatedWith(REST_CONTROLLER));

  static final DescribedPredicate<JavaMethod> ARE_MAPPED =
      DescribedPredicate.describe(
          "are mapped to requests",
          method ->
              method.isAnnotatedWith(REQUEST_MAPPING)
                  || method.isMetaAnnotatedWith(REQUEST_MAPPING));

  static final ArchCondition<JavaClass> NOT_CATCH =
      new ArchCondition<>("not catch") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          type.getCodeUnits().stream()
              .flatMap(unit -> unit.getTryCatchBlocks().stream())
              .filter(block -> !block.getCaughtThrowables().isEmpty())
              .forEach(block -> events.add(violated(type, block)));
        }
      };

  private static ConditionEvent violated(JavaClass type, TryCatchBlock block) {
    return SimpleConditionEvent.violated(
        type, type.getName() + " catches in " + block.getSourceCodeLocation());
  }

  @SafeVarargs
  static ArchCondition<JavaMethod> beAnnotatedHereOrOnTheClass(Class<? extends Annotation>... any) {
    return new ArchCondition<>("be annotated, or its class, with one of " + Arrays.toString(any)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            Arrays.stream(any)
                .anyMatch(
                    one -> method.isAnnotatedWith(one) || method.getOwner().isAnnotatedWith(one));
        events.add(
            new SimpleConditionEvent(
                method,
                said,
                method.getFullName() + (said ? " says" : " does not say") + " who may call it"));
      }
    };
  }
}
