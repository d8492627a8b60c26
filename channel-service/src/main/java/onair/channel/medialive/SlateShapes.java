package onair.channel.medialive;

import onair.channel.parts.Slate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.GlobalConfiguration;
import software.amazon.awssdk.services.medialive.model.InputLocation;
import software.amazon.awssdk.services.medialive.model.InputLossBehavior;
import software.amazon.awssdk.services.medialive.model.InputLossImageType;

/** What an encoder makes while nothing comes in; pure. */
final class SlateShapes {

  private SlateShapes() {}

  /** Absent when nothing is said about it. */
  static @Nullable GlobalConfiguration global(@Nullable Slate slate) {
    if (slate == null) {
      return null;
    }
    var behavior =
        InputLossBehavior.builder()
            .repeatFrameMsec(slate.repeatMilliseconds())
            .blackFrameMsec(slate.blackMilliseconds());
    if (slate.imageUrl() == null) {
      behavior.inputLossImageType(InputLossImageType.COLOR).inputLossImageColor(slate.color());
    } else {
      behavior
          .inputLossImageType(InputLossImageType.SLATE)
          .inputLossImageSlate(InputLocation.builder().uri(slate.imageUrl()).build());
    }
    return GlobalConfiguration.builder().inputLossBehavior(behavior.build()).build();
  }
}
