package onair.channel.live;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one edit changes, and what each change means for who watches.
 *
 * @param fields those that become something else; empty when none does
 */
record Edit(Map<EditedField, EditEffect> fields) {

  Edit {
    var sorted = new EnumMap<EditedField, EditEffect>(EditedField.class);
    sorted.putAll(fields);
    fields = Collections.unmodifiableMap(sorted);
  }

  /** The worst of its fields. */
  EditEffect effect() {
    return fields.values().stream().reduce(EditEffect.IN_PLACE, EditEffect::worse);
  }

  /** Names of those whose effect is that. */
  List<String> fields(EditEffect effect) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue() == effect)
        .map(field -> field.getKey().word())
        .toList();
  }

  boolean changes(EditedField field) {
    return fields.containsKey(field);
  }
}
