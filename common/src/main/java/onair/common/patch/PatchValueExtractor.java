package onair.common.patch;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Lets constraints sit on what a {@link Patch} holds, and looks only when the field was in the
 * body. Public for Bean Validation's sake.
 */
public final class PatchValueExtractor implements ValueExtractor<Patch<@ExtractedValue ?>> {

  @Override
  public void extractValues(Patch<?> patch, ValueReceiver receiver) {
    if (patch.present()) {
      receiver.value(null, patch.value());
    }
  }
}
