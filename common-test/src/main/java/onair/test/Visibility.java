package onair.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/** What the rules ask about who can see what. */
final class Visibility {

  private Visibility() {}

  /**
   * Main classes and {@code @SpringBootApplication}s are started from outside, so nothing in the
   * module needs to use them.
   */
  static final DescribedPredicate<JavaClass> ARE_PUBLIC_TOP_LEVEL =
      DescribedPredicate.describe(
          "are public and top level",
          type ->
              type.isTopLevelClass()
                  && type.getModifiers().contains(JavaModifier.PUBLIC)
                  && !type.getSimpleName().equals("package-info")
                  && type.tryGetMethod("main", String[].class).isEmpty());

  static final ArchCondition<JavaClass> BE_USED_FROM_ANOTHER_PACKAGE =
      new ArchCondition<>("be used from another package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          boolean used =
              type.getDirectDependenciesToSelf().stream()
                  .anyMatch(
                      use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
          events.add(
              new SimpleConditionEvent(
                  type,
                  used,
                  type.getName()
                      + (used ? " is" : " is public but not")
                      + " used from another package"));
        }
      };

  static ArchCondition<JavaClass> resideInAPackageMarkedWith(Class<? extends Annotation> mark) {
    return new ArchCondition<>(
        "reside in a package whose package-info is @" + mark.getSimpleName()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(mark);
        events.add(
            new SimpleConditionEvent(
                type,
                marked,
                "the package of "
                    + type.getName()
                    + (marked ? " is" : " is not")
                    + " @"
                    + mark.getSimpleName()));
      }
    };
  }
}
