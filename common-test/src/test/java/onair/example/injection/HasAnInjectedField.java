package onair.example.injection;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class HasAnInjectedField {

  @Autowired @Nullable String name;
}
