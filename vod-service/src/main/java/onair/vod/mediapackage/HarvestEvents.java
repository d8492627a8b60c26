package onair.vod.mediapackage;

import java.util.Set;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.vod.asset.AssetSignals;

/**
 * What MediaPackage tells of harvest jobs by EventBridge. An event only says which asset to look at
 * now. Source: MediaPackage v2 User Guide, "Harvest job notification events".
 */
final class HarvestEvents implements EventListener {

  private static final String SOURCE = "aws.mediapackagev2";
  private static final String DETAIL_TYPE = "MediaPackageV2 HarvestJob Notification";

  private final AssetSignals signals;

  HarvestEvents(AssetSignals signals) {
    this.signals = signals;
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
    for (String arn : event.resources()) {
      signals.changed(HarvestJobs.assetOf(arn.substring(arn.lastIndexOf('/') + 1)));
    }
  }
}
