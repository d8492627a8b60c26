package onair.channel.packaging;

import java.util.List;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Resources;

/** Something all channels of an installation are served from, made once and kept for good. */
interface SharedOrigin {

  /** Who its resources belong to in the reconcile tables, and the name of its reconciler. */
  String owner();

  /** By which others tell origins apart; unique within the installation. */
  String id();

  /** AWS service, as the signer of the CDN's requests is chosen by it. */
  String kind();

  /** What lies on it: path patterns that begin with a slash and end with {@code /*}. */
  List<String> paths();

  /** Goes on towards it being there; ready with the host that serves it. */
  Ensured<String> ensure(Lease lease, Resources resources);
}
