package onair.common.patch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A field of a PATCH body, which can be left out, be set to null, or be set to a value: {@code
 * record ChannelPatch(Patch<@NotNull @Size(max = 255) String> name, Patch<Map<String, String>>
 * metadata)}. A field that was left out is never null but absent, so a record of patches needs no
 * null checks. Constraints on the type argument are checked only when the field is there.
 *
 * @param present whether the field was in the body
 * @param value what it was set to; null when absent or set to null
 */
public record Patch<T>(boolean present, @Nullable T value) {

  /** The field was not in the body: leave what is there. */
  public static <T> Patch<T> absent() {
    return new Patch<>(false, null);
  }

  /** The field was set, possibly to null. */
  public static <T> Patch<T> of(@Nullable T value) {
    return new Patch<>(true, value);
  }

  /** The new value of a field that may be null. */
  public @Nullable T orNull(@Nullable T current) {
    return present ? value : current;
  }

  /**
   * The new value of a field that is never null; use it where the body's constraint is
   * {@code @NotNull}.
   */
  public T or(T current) {
    return value != null ? value : current;
  }

  /** Runs when the field was in the body. */
  public void ifPresent(Consumer<@Nullable T> action) {
    if (present) {
      action.accept(value);
    }
  }
}
