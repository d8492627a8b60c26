package onair.awslocal.protocol;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/** CBOR documents. Source: RFC 8949; times are tag 1, section 3.4.2. */
final class Cbor {

  private static final CBORMapper MAPPER = new CBORMapper();
  private static final int EPOCH_TIME = 1;

  private Cbor() {}

  /** Throws {@link Refusal} when the bytes are no CBOR. */
  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw Refusal.malformed("The body is not valid CBOR: " + e.getOriginalMessage());
    }
  }

  /**
   * One map with texts and then with the fields of a value.
   *
   * @param texts null for none
   */
  static byte[] write(@Nullable SdkPojo value, @Nullable Map<String, String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator out = (CBORGenerator) MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      if (texts != null) {
        texts.forEach(out::writeStringProperty);
      }
      if (value != null) {
        members(out, value);
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void members(CBORGenerator out, SdkPojo value) {
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      if (member != null && !JsonDocuments.isAbsent(member)) {
        out.writeName(field.unmarshallLocationName());
        write(out, member);
      }
    }
  }

  private static void write(CBORGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case SdkPojo pojo -> {
        out.writeStartObject();
        members(out, pojo);
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach(
            (key, item) -> {
              out.writeName(key.toString());
              write(out, item);
            });
        out.writeEndObject();
      }
      case Instant instant -> {
        out.writeTag(EPOCH_TIME);
        out.writeNumber(Timestamps.epochSeconds(instant).doubleValue());
      }
      case SdkBytes bytes -> out.writeBinary(bytes.asByteArrayUnsafe());
      case Boolean bool -> out.writeBoolean(bool);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      default -> out.writeString(value.toString());
    }
  }
}
