package onair.channel.live;

import java.util.EnumMap;
import java.util.Map;
import onair.channel.ladder.Ladders;

/** Classes an edit field by field, by what AWS takes of a channel that runs; pure. */
final class EditRules {

  private final Ladders ladders;

  EditRules(Ladders ladders) {
    this.ladders = ladders;
  }

  /** What becomes of who watches the channel as it was when it becomes the other one. */
  Edit of(Channel before, Channel after) {
    Map<EditedField, EditEffect> fields = new EnumMap<>(EditedField.class);
    for (EditedField field : EditedField.values()) {
      if (field.differs(before, after)) {
        fields.put(field, effect(field, before, after));
      }
    }
    return new Edit(fields);
  }

  private EditEffect effect(EditedField field, Channel before, Channel after) {
    EditEffect effect = field.effect();
    boolean encoderPackages = before.spec().packaging().stored();
    if (field == EditedField.DVR_WINDOW_SECONDS && encoderPackages) {
      effect = EditEffect.RESTART;
    }
    if (effect != EditEffect.RESTART) {
      return effect;
    }
    // A new encoder begins its playlist anew, and no packager stands between it and players; and a
    // playlist tells once how long a segment may be.
    boolean otherPace = field == EditedField.LADDER && pace(before, before) != pace(before, after);
    return encoderPackages || otherPace ? EditEffect.BREAKS_VIEWERS : effect;
  }

  /** How long segments of the one ladder are, packaged as the other channel is. */
  private int pace(Channel packaged, Channel encoded) {
    return packaged
        .spec()
        .packaging()
        .paced(encoded.spec().encoding().renditions(ladders))
        .gopSeconds();
  }
}
