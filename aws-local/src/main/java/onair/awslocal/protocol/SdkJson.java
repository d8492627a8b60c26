package onair.awslocal.protocol;

import java.lang.reflect.InvocationTargetException;
import onair.awslocal.state.Codec;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.json.JsonMapper;

/** SDK types as JSON documents, for the state store. */
public final class SdkJson {

  private static final JsonMapper JSON = new JsonMapper();

  private SdkJson() {}

  /**
   * A codec for a generated SDK type, also for request types whose fields travel in headers or
   * paths. Members have the model's names; members this SDK version does not know are dropped; enum
   * values survive that it does not know.
   */
  public static <T extends SdkPojo> Codec<T> codec(Class<T> type) {
    return new Codec<>() {
      @Override
      public byte[] write(T value) {
        return JSON.writeValueAsBytes(JsonDocuments.STATE.write(value));
      }

      @Override
      public T read(byte[] bytes) {
        SdkPojo builder = builderOf(type);
        JsonDocuments.STATE.read(JSON.readTree(bytes), builder, Violations.none());
        return type.cast(((Buildable) builder).build());
      }
    };
  }

  /** A new builder of a generated SDK type. */
  static SdkPojo builderOf(Class<? extends SdkPojo> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(type.getName() + " is no generated SDK type", e);
    }
  }
}
