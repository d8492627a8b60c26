package onair.awslocal.cloudfront;

import com.fasterxml.jackson.annotation.JsonInclude;
import onair.awslocal.protocol.SdkJson;
import onair.awslocal.state.Codec;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Rows that hold one SDK type among their components, as JSON with the model's member names. */
final class RowCodec {

  private RowCodec() {}

  static <R extends Record, P extends SdkPojo> Codec<R> of(Class<R> row, Class<P> held) {
    JsonMapper json = mapper(held);
    return new Codec<>() {
      @Override
      public byte[] write(R value) {
        return json.writeValueAsBytes(value);
      }

      @Override
      public R read(byte[] bytes) {
        return json.readValue(bytes, row);
      }
    };
  }

  private static <P extends SdkPojo> JsonMapper mapper(Class<P> held) {
    Codec<P> codec = SdkJson.codec(held);
    JsonMapper plain = new JsonMapper();
    SimpleModule module = new SimpleModule("sdk");
    module.addSerializer(
        held,
        new ValueSerializer<P>() {
          @Override
          public void serialize(P value, JsonGenerator out, SerializationContext context) {
            out.writePOJO(plain.readTree(codec.write(value)));
          }
        });
    module.addDeserializer(
        held,
        new ValueDeserializer<P>() {
          @Override
          public P deserialize(JsonParser in, DeserializationContext context) {
            JsonNode tree = in.readValueAsTree();
            return codec.read(plain.writeValueAsBytes(tree));
          }
        });
    return JsonMapper.builder()
        .addModule(module)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build();
  }
}
