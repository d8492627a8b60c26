package onair.vod.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebVttTest {

  private static final String CUE = "00:01.000 --> 00:02.000\nText\n";

  private static List<String> faults(String text) {
    return WebVtt.faults(text).stream().map(WebVtt.Fault::words).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEBVTT\n\n" + CUE,
        "\uFEFFWEBVTT - a title\r\nKind: captions\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nText\r\n",
        "WEBVTT\r\r00:01.000 --> 00:02.000\rText",
        "WEBVTT\n\nSTYLE\n::cue { color: lime }\n\nREGION\nid:one\n\nNOTE\nof ours\n\n" + CUE,
        "WEBVTT\n\n\n\nfirst\n100:00:01.000\t-->\t100:00:02.000 line:0 position:20%,line-left align:start\n<v Ann>\u05E9\u05DC\u05D5\u05DD & \uD83C\uDF89\n",
        "WEBVTT\n\n00:01.000 --> 00:09.000\nLong\n\n00:01.000 --> 00:02.000\nBeside it\n",
      })
  void takesWhatPlayersTake(String text) {
    assertThat(faults(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          ''                                        | line 1: must begin with WEBVTT
          1\\n00:00:01,000 --> 00:00:02,000\\nText  | line 1: must begin with WEBVTT
          WEBVTTX\\n\\n00:01.000 --> 00:02.000\\na  | line 1: must begin with WEBVTT
          WEBVTT                                    | has no cue
          WEBVTT\\n\\nNOTE only this                | has no cue
          WEBVTT\\n00:01.000 --> 00:02.000\\na      | line 2: a blank line must stand before the first cue
          WEBVTT\\n\\n00:01,000 --> 00:02,000\\na   | line 3: times must be like 00:01:02.000 --> 00:01:05.500, settings like line:0
          WEBVTT\\n\\n00:61.000 --> 00:62.000\\na   | line 3: times must be like 00:01:02.000 --> 00:01:05.500, settings like line:0
          WEBVTT\\n\\n00:01.000-->00:02.000\\na     | line 3: times must be like 00:01:02.000 --> 00:01:05.500, settings like line:0
          WEBVTT\\n\\n00:01.000 --> 00:02.000 left  | line 3: times must be like 00:01:02.000 --> 00:01:05.500, settings like line:0
          WEBVTT\\n\\n00:02.000 --> 00:01.000\\na   | line 3: the cue must end after it begins
          WEBVTT\\n\\n00:02.000 --> 00:02.000\\na   | line 3: the cue must end after it begins
          WEBVTT\\n\\njust a text                   | line 3: must be the times of a cue, its name before them, or NOTE
          WEBVTT\\n\\n00:01.000 --> 00:02.000\\na\\n00:03.000 --> 00:04.000\\nb | line 5: a blank line must stand before the next cue
          WEBVTT\\n\\n00:03.000 --> 00:04.000\\na\\n\\n00:01.000 --> 00:02.000\\nb | line 6: the cue must not begin before the one before it
          WEBVTT\\n\\n00:01.000 --> 00:02.000\\na\\n\\nSTYLE\\n::cue {} | line 6: STYLE and REGION must stand before the first cue
          WEBVTT\\n\\n00:01.000 --> 00:02.000\\na\\7 | line 4: U+0007 is a control character or none
          WEBVTT\\n\\n00:01.000 --> 00:02.000\\n\\0 | line 4: U+0000 is a control character or none
          """)
  void tellsWhatIsWrongAndWhere(String written, String fault) {
    assertThat(faults(written.translateEscapes())).containsExactly(fault);
  }

  @Test
  void tellsAllThatIsWrongAtOnceButNoBookOfIt() {
    assertThat(
            faults("WEBVTT\n\n00:02.000 --> 00:01.000\na\n\nb\n\n00:00.000 --> 00:01.000\n\u0001"))
        .hasSize(4);
    assertThat(faults("WEBVTT\n\n" + "x\n\n".repeat(1000))).hasSize(20);
    assertThat(faults("WEBVTT\n\n" + CUE + (char) 0xD83D))
        .containsExactly("line 5: U+D83D is a control character or none");
  }

  @Test
  void takesALongFileAndRefusesOneThatIsTooLong() {
    String cues = CUE.repeat(1).concat("\n").repeat(WebVtt.LONGEST / (CUE.length() + 1) - 1);
    assertThat(faults("WEBVTT\n\n" + cues)).isEmpty();
    assertThat(faults("WEBVTT\n\n" + CUE + "\u20AC".repeat(WebVtt.LONGEST / 3)))
        .containsExactly("must have at most 768 KiB");
    assertThat(faults("WEBVTT\n\n00:01.000 --> 00:02.000" + " a:b".repeat(150_000) + "\na"))
        .isEmpty();
  }

  @Test
  void isKeptWithoutAnotherStreamsTimesAndPlayedWithThoseOfItsOwn() {
    String kept =
        WebVtt.kept(
            "\uFEFFWEBVTT\r\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\r\n\r\n00:01.000 --> 00:02.000\r\nX-TIMESTAMP-MAP is a text\r\n");

    assertThat(kept).isEqualTo("WEBVTT\n\n00:01.000 --> 00:02.000\nX-TIMESTAMP-MAP is a text\n");
    assertThat(WebVtt.timed(kept, 126_000))
        .isEqualTo(
            "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:126000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nX-TIMESTAMP-MAP is a text\n");
    assertThat(WebVtt.faults(WebVtt.timed(kept, 0))).isEmpty();
  }
}
