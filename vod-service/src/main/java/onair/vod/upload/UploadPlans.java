package onair.vod.upload;

import java.util.List;
import onair.common.plan.Catalog;
import onair.common.plan.Plan;
import onair.common.plan.PlanDraft;
import onair.vod.transcode.Ladder;
import onair.vod.transcode.MediaFacts.Video;
import onair.vod.transcode.Rendition;

/**
 * What an upload would come to. Its picture is not known before it is there, so the prices are
 * those of a film of full HD, by the minute of its length.
 */
final class UploadPlans {

  private static final Video FULL_HD = new Video(1920, 1080, 25, null);
  private static final int SMALLEST_HD = 720;

  private final Catalog catalog;

  UploadPlans(Catalog catalog) {
    this.catalog = catalog;
  }

  Plan create() {
    return bill(catalog.plan("upload.create").creates("s3", "multipart-upload", 1));
  }

  Plan complete() {
    return bill(
        catalog
            .plan("upload.complete")
            .creates("s3", "object", 1)
            .creates("mediaconvert", "job", 1));
  }

  private static Plan bill(PlanDraft plan) {
    List<Rendition> renditions = Ladder.of(FULL_HD);
    int hd =
        (int)
            renditions.stream()
                .filter(one -> Math.min(one.width(), one.height()) >= SMALLEST_HD)
                .count();
    return plan.costsByUse("mediaconvert output hd", hd)
        .costsByUse("mediaconvert output sd", renditions.size() - hd)
        .costsByUse("mediaconvert output audio", 1)
        .costsByUse("s3 requests and storage", 1)
        .costsByUse("cloudfront delivery", 1)
        .done();
  }
}
