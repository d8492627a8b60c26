package onair.channel.parts;

/** What a flow is doing. Source: MediaConnect's {@code Status}. */
public enum FlowState {
  /** Costs nothing, carries nothing. */
  STANDBY,
  STARTING,
  /** Carries what comes in; costs by the hour. */
  ACTIVE,
  UPDATING,
  STOPPING,
  DELETING,
  /** It failed; stopping brings it back to {@link #STANDBY}. */
  ERROR,
  /** A state newer than this code. */
  UNKNOWN
}
