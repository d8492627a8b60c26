package onair.common.web;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON bodies into records, with every violation in one problem. Replies are written by
 * Spring's own converter.
 */
final class RecordBodyConverter extends AbstractHttpMessageConverter<Record> {

  private static final int LONGEST_REASON = 200;

  private final JsonMapper json = JsonStyle.forRequests();
  private final Validator validator;

  RecordBodyConverter(Validator validator) {
    super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    this.validator = validator;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type.isRecord();
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Record readInternal(Class<? extends Record> type, HttpInputMessage message)
      throws IOException {
    JsonNode tree = parse(message.getBody());
    var reader = new RecordReader(json, validator);
    return reader.read(type, tree) instanceof Record made ? made : refuse(reader);
  }

  private static Record refuse(RecordReader reader) {
    throw reader.problem();
  }

  private JsonNode parse(InputStream body) {
    try {
      JsonNode tree = json.readTree(body);
      if (tree.isMissingNode()) {
        throw Problems.bodyRequired();
      }
      return tree;
    } catch (JacksonException notJson) {
      throw malformed(notJson);
    }
  }

  private static Problem malformed(JacksonException notJson) {
    String reason = String.valueOf(notJson.getOriginalMessage());
    TokenStreamLocation at = notJson.getLocation();
    String where =
        at == null || at.getLineNr() < 0
            ? ""
            : "Line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    return Problems.malformedJson(
        where + (reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason));
  }

  @Override
  protected void writeInternal(Record body, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Replies are written by another converter");
  }
}
