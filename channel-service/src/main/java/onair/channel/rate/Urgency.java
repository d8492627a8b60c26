package onair.channel.rate;

import java.util.List;

/** How long a call may be put off for others, the most urgent first. */
enum Urgency {
  /** Ends what costs money, or what somebody wants to be gone. */
  END(0, "Stop", "Delete", "Remove", "Revoke"),
  /** Makes or changes something. */
  CHANGE(0.1),
  /** Only looks. */
  LOOK(0.2, "List", "Describe", "Get", "Search");

  private final double kept;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> verbs;

  Urgency(double kept, String... verbs) {
    this.kept = kept;
    this.verbs = List.of(verbs);
  }

  /** Part of the bucket that calls like this leave for those that are more urgent. */
  double kept() {
    return kept;
  }

  /**
   * @param operation as the SDK names it, such as {@code StopChannel}
   */
  static Urgency of(String operation) {
    for (Urgency urgency : values()) {
      if (urgency.verbs.stream().anyMatch(operation::startsWith)) {
        return urgency;
      }
    }
    return CHANGE;
  }
}
