package onair.awslocal.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import onair.awslocal.protocol.SdkJson;
import onair.awslocal.state.Codec;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** State rows that hold shapes of the SDK beside members of their own. */
public final class SdkRows {

  private SdkRows() {}

  /**
   * Like {@link onair.awslocal.state.Codecs#json} for records with SDK shapes among their
   * components.
   *
   * @param shapes the SDK types the record holds, directly or in a list
   */
  public static <T extends Record> Codec<T> codec(
      Class<T> row, List<Class<? extends SdkPojo>> shapes) {
    var module = new SimpleModule("sdk-shapes");
    shapes.forEach(shape -> register(module, shape));
    JsonMapper json =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(module)
            .build();
    return new Codec<>() {
      @Override
      public byte[] write(T value) {
        return json.writeValueAsBytes(value);
      }

      @Override
      public T read(byte[] bytes) {
        return json.readValue(bytes, row);
      }
    };
  }

  private static <S extends SdkPojo> void register(SimpleModule module, Class<S> shape) {
    Codec<S> codec = SdkJson.codec(shape);
    module.addSerializer(
        shape,
        new ValueSerializer<S>() {
          @Override
          public void serialize(S value, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(new String(codec.write(value), StandardCharsets.UTF_8));
          }
        });
    module.addDeserializer(
        shape,
        new ValueDeserializer<S>() {
          @Override
          public S deserialize(JsonParser json, DeserializationContext context) {
            return codec.read(context.readTree(json).toString().getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
