package onair.channel.parts;

import onair.common.reconcile.ExternalResource;

/** Encoders, which besides being there or not can run or not. */
public interface Encoders extends ExternalResource<EncoderSpec, ObservedEncoder> {

  /**
   * Asks AWS to start it, and returns at once. Only an encoder that is {@link EncoderState#IDLE}
   * can be started; any other is a conflict.
   */
  void start(String physicalId);

  /** Asks AWS to stop it, and returns at once. A conflict unless it is running. */
  void stop(String physicalId);

  /**
   * What AWS warns about right now.
   *
   * @param pipelines how many it has
   */
  EncoderAlerts alerts(String physicalId, int pipelines);

  /** What AWS warns about right now, each warning taken as one about all of it. */
  default EncoderAlerts alerts(String physicalId) {
    return alerts(physicalId, 1);
  }
}
