package onair.vod.mediaconvert;

import java.util.Set;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.reconcile.Identity;
import onair.vod.asset.AssetSignals;
import tools.jackson.databind.JsonNode;

/**
 * What MediaConvert tells by EventBridge. An event only says which asset to look at now; what is
 * true is then asked of MediaConvert. Source: MediaConvert User Guide, "EventBridge events".
 */
final class MediaConvertEvents implements EventListener {

  private static final String SOURCE = "aws.mediaconvert";
  private static final String DETAIL_TYPE = "MediaConvert Job State Change";

  private final AssetSignals signals;
  private final String deployment;

  MediaConvertEvents(AssetSignals signals, String deployment) {
    this.signals = signals;
    this.deployment = deployment;
  }

  @Override
  public Set<String> awsSources() {
    return Set.of(SOURCE);
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return SOURCE.equals(source) && DETAIL_TYPE.equals(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode metadata = event.detail().path("userMetadata");
    if (deployment.equals(metadata.path(Identity.DEPLOYMENT_TAG).asString(""))) {
      String resource = metadata.path(Identity.RESOURCE_TAG).asString("");
      int slash = resource.indexOf('/');
      if (slash > 0) {
        signals.changed(resource.substring(0, slash));
      }
    }
  }
}
