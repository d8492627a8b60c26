package onair.channel.live;

import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedInput;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

/** The encoder's input, whatever it is fed by. */
record Inputs(ExternalResource<InputSpec, ObservedInput> edge, ChannelProperties properties) {

  /** The input once an encoder can be attached to it. */
  @Nullable Found<ObservedInput> usable(Walk walk, InputSpec spec) {
    var input = walk.present(edge, spec);
    if (input != null && !input.observed().usable()) {
      walk.waitFor(
          new Outcome.Waiting(
              "the input is " + input.observed().state(), properties.watch().transitional()));
      return null;
    }
    return input;
  }
}
