package onair.awslocal.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventPatternTest {

  private static final String EVENT =
      """
      {"version": "0", "source": "aws.medialive", "detail-type": "MediaLive Channel State Change",
       "resources": ["arn:aws:medialive:eu-west-1:1:channel:7", "arn:b"],
       "detail": {"state": "RUNNING", "count": 2, "ratio": 1.5, "ok": true, "nothing": null, "empty": "", "none": [],
                  "tags": ["a", "b"], "deep": {"er": {"name": "Häuptling"}}, "list": [{"k": 1}, {"k": 2}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "one of the values          | {'source': ['x', 'aws.medialive']}                           "
            + "       | true",
        "another value              | {'source': ['x']}                                            "
            + "       | false",
        "case counts                | {'source': ['AWS.medialive']}                                "
            + "       | false",
        "every member must match    | {'source': ['aws.medialive'], 'version': ['1']}              "
            + "       | false",
        "one of an array            | {'resources': ['arn:b']}                                     "
            + "       | true",
        "number                     | {'detail': {'count': [2]}}                                   "
            + "       | true",
        "number is no text          | {'detail': {'count': ['2']}}                                 "
            + "       | false",
        "boolean                    | {'detail': {'ok': [true]}}                                   "
            + "       | true",
        "null                       | {'detail': {'nothing': [null]}}                              "
            + "       | true",
        "absent is not null         | {'detail': {'absent': [null]}}                               "
            + "       | false",
        "empty text                 | {'detail': {'empty': ['']}}                                  "
            + "       | true",
        "nested                     | {'detail': {'deep': {'er': {'name': ['Häuptling']}}}}        "
            + "       | true",
        "nested in nothing          | {'detail': {'state': {'er': ['x']}}}                         "
            + "       | false",
        "objects in an array        | {'detail': {'list': {'k': [2]}}}                             "
            + "       | true",
        "prefix                     | {'resources': [{'prefix': 'arn:aws:medialive'}]}             "
            + "       | true",
        "other prefix               | {'resources': [{'prefix': 'arn:aws:sqs'}]}                   "
            + "       | false",
        "prefix of a number         | {'detail': {'count': [{'prefix': '2'}]}}                     "
            + "       | false",
        "prefix ignoring case       | {'detail': {'state': [{'prefix': {'equals-ignore-case':"
            + " 'run'}}]}}  | true",
        "suffix                     | {'detail': {'state': [{'suffix': 'ING'}]}}                   "
            + "       | true",
        "suffix longer than value   | {'detail': {'empty': [{'suffix': 'x'}]}}                     "
            + "       | false",
        "ignoring case              | {'detail': {'state': [{'equals-ignore-case': 'running'}]}}   "
            + "       | true",
        "wildcard                   | {'resources': [{'wildcard': 'arn:*:medialive:*:channel:*'}]} "
            + "       | true",
        "wildcard overlapping       | {'detail': {'state': [{'wildcard': 'RUNN*NNING'}]}}          "
            + "       | false",
        "wildcard without star      | {'detail': {'state': [{'wildcard': 'RUN'}]}}                 "
            + "       | false",
        "anything but               | {'detail': {'state': [{'anything-but': 'IDLE'}]}}            "
            + "       | true",
        "anything but a list        | {'detail': {'state': [{'anything-but': ['IDLE',"
            + " 'RUNNING']}]}}      | false",
        "anything but needs a value | {'detail': {'absent': [{'anything-but': 'IDLE'}]}}           "
            + "       | false",
        "anything but a number      | {'detail': {'count': [{'anything-but': [1, 3]}]}}            "
            + "       | true",
        "anything but a prefix      | {'detail': {'state': [{'anything-but': {'prefix': 'RUN'}}]}} "
            + "       | false",
        "exists                     | {'detail': {'state': [{'exists': true}]}}                    "
            + "       | true",
        "null exists                | {'detail': {'nothing': [{'exists': true}]}}                  "
            + "       | true",
        "objects are no leaves      | {'detail': {'deep': [{'exists': true}]}}                     "
            + "       | false",
        "does not exist             | {'detail': {'absent': [{'exists': false}]}}                  "
            + "       | true",
        "deep in nothing            | {'absent': {'er': [{'exists': false}]}}                      "
            + "       | true",
        "exists but should not      | {'detail': {'state': [{'exists': false}]}}                   "
            + "       | false",
        "value or absent            | {'detail': {'absent': ['x', {'exists': false}]}}             "
            + "       | true",
        "empty array                | {'detail': {'none': [{'exists': true}]}}                     "
            + "       | false",
        "equal number               | {'detail': {'ratio': [{'numeric': ['=', 1.5]}]}}             "
            + "       | true",
        "range                      | {'detail': {'count': [{'numeric': ['>', 0, '<=', 2]}]}}      "
            + "       | true",
        "out of range               | {'detail': {'count': [{'numeric': ['>', 2]}]}}               "
            + "       | false",
        "number of a text           | {'detail': {'state': [{'numeric': ['>', 0]}]}}               "
            + "       | false",
        "one alternative            | {'$or': [{'source': ['x']}, {'detail': {'count': [2]}}]}     "
            + "       | true",
        "no alternative             | {'$or': [{'source': ['x']}, {'source': ['y']}]}              "
            + "       | false",
        "alternative and member     | {'version': ['1'], '$or': [{'source': [{'prefix': ''}]}]}    "
            + "       | false",
      })
  void matches(String what, String pattern, boolean expected) {
    boolean actual =
        EventPattern.parse(pattern.replace('\'', '"')).matches(new JsonMapper().readTree(EVENT));
    assertThat(actual).as(what).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "1",
        "{\"source\": \"x\"}",
        "{\"source\": []}",
        "{\"source\": [[1]]}",
        "{\"source\": {}}",
        "{\"source\": [{\"prefix\": 1}]}",
        "{\"source\": [{\"prefix\": \"a\", \"suffix\": \"b\"}]}",
        "{\"source\": [{\"almost\": \"a\"}]}",
        "{\"source\": [{\"exists\": \"yes\"}]}",
        "{\"source\": [{\"anything-but\": []}]}",
        "{\"source\": [{\"anything-but\": {\"exists\": true}}]}",
        "{\"source\": [{\"numeric\": [\">\"]}]}",
        "{\"source\": [{\"numeric\": [\"~\", 1]}]}",
        "{\"source\": [{\"numeric\": [\">\", \"1\"]}]}",
        "{\"$or\": [{}]}",
        "{\"source\": [\"a\"], \"source\": [\"b\"]}"
      })
  void refusesWhatIsNoPattern(String pattern) {
    assertThatThrownBy(() -> EventPattern.parse(pattern))
        .isInstanceOf(EventPattern.InvalidPattern.class)
        .message()
        .isNotBlank();
  }
}
