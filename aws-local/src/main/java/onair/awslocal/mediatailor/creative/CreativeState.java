package onair.awslocal.mediatailor.creative;

/** How far an ad is for one ladder. */
public sealed interface CreativeState {

  /** It can be played. */
  record Ready(Creative creative) implements CreativeState {}

  /**
   * It is being fetched or transcoded.
   *
   * @param isNew whether this question was the first
   */
  record Preparing(boolean isNew) implements CreativeState {}

  /**
   * It cannot be used; it is tried again after a while.
   *
   * @param fetched whether it was got but is no media we can use
   */
  record Failed(boolean fetched, String reason) implements CreativeState {}
}
