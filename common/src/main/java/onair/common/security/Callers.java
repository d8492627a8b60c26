package onair.common.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request this thread works on, for code that is not a controller. */
public final class Callers {

  private Callers() {}

  /** Empty where no token is asked for, and outside of requests. */
  public static Optional<Caller> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication believed
        ? Optional.of(believed.getPrincipal())
        : Optional.empty();
  }
}
