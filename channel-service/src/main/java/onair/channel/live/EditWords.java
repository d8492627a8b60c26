package onair.channel.live;

import java.util.List;

/** What is told of an edit in plain words; pure. */
final class EditWords {

  private static final String BREAKS =
      "What players hold does not fit any more, so that viewers would be lost";
  private static final String RESTARTS =
      "The encoder is made anew: viewers stay at the same address and wait until it runs, in"
          + " minutes on AWS, and MediaLive bills another start";
  private static final String ANOTHER_INPUT =
      "; who pushes is cut off and has to connect anew, perhaps at another address";
  private static final String OTHER_RENDITIONS =
      "; who watches a rendition that the new ladder lacks has to load the player again";
  private static final String WITHIN_MINUTES =
      "; AWS may take minutes until they can go back as far as that";
  private static final String OTHER_RECORDING =
      "; a broadcast that is live already is kept, or not, as it was asked for when it began";

  private EditWords() {}

  /** Why it is refused, and what to do instead. */
  static String refused(Channel channel, Edit edit) {
    EditEffect effect = edit.effect();
    return "The channel is %s, and another %s is not possible without it being noticed. %s. %s."
        .formatted(
            channel.status().word().word(),
            String.join(" and ", edit.fields(effect)),
            effects(edit),
            sentence(String.join(", or ", ways(effect))));
  }

  /** What can be done instead. */
  static List<String> ways(EditEffect effect) {
    return switch (effect) {
      case IN_PLACE -> List.of();
      case RESTART ->
          List.of("repeat it with apply=restart", "stop the channel, change it and start it again");
      case BREAKS_VIEWERS ->
          List.of(
              "complete the broadcast or stop the channel first",
              "make another channel and lead viewers there");
    };
  }

  /**
   * What comes of it.
   *
   * @param onAir whether anybody watches
   */
  static String consequence(Edit edit, boolean onAir) {
    if (edit.fields().isEmpty()) {
      return "Nothing is changed.";
    }
    return onAir ? effects(edit) + "." : "Nothing is on air: it counts from the next start.";
  }

  private static String effects(Edit edit) {
    return switch (edit.effect()) {
      case IN_PLACE ->
          "Viewers go on"
              + (edit.changes(EditedField.DVR_WINDOW_SECONDS) ? WITHIN_MINUTES : "")
              + (edit.changes(EditedField.RECORD) ? OTHER_RECORDING : "");
      case RESTART ->
          RESTARTS
              + (edit.changes(EditedField.PIPELINES) ? ANOTHER_INPUT : "")
              + (edit.changes(EditedField.LADDER) ? OTHER_RENDITIONS : "");
      case BREAKS_VIEWERS -> BREAKS;
    };
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
