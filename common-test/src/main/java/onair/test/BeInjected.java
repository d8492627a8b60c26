package onair.test;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Fields a container fills. */
final class BeInjected extends ArchCondition<JavaField> {

  static final BeInjected INTO_THE_FIELD = new BeInjected();

  private static final List<String> INJECTED_BY =
      List.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource");

  private BeInjected() {
    super("be injected");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    boolean injected = INJECTED_BY.stream().anyMatch(field::isAnnotatedWith);
    events.add(
        new SimpleConditionEvent(
            field, injected, field.getFullName() + (injected ? " is" : " is not") + " injected"));
  }
}
