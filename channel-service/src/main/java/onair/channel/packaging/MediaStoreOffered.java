package onair.channel.packaging;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether MediaStore can be used: AWS ended it on 2025-11-13, so only where AWS is called
 * elsewhere, or where {@code onair.channel.force-mediastore} says so.
 */
public final class MediaStoreOffered implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return in(context.getEnvironment());
  }

  /** As the settings say. */
  public static boolean in(Environment settings) {
    return !settings.getProperty("onair.aws.endpoint", "").isBlank()
        || settings.getProperty("onair.channel.force-mediastore", Boolean.class, false);
  }
}
