package onair.channel.share;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import onair.channel.live.ChannelDirectory;
import onair.channel.secret.StreamKey;
import onair.channel.srt.SrtPorts;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users want of shares; never talks to AWS. */
final class ShareCommands {

  /** Of outputs, and of entitlements, as many as a flow can have. Source: MediaConnect quotas. */
  static final int LIMIT = 50;

  private final ChannelDirectory channels;
  private final ShareStore shares;
  private final SrtPorts ports;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ShareCommands(
      ChannelDirectory channels,
      ShareStore shares,
      SrtPorts ports,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.shares = shares;
    this.ports = ports;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  Share create(String organizationId, String channelId, ShareRequest request) {
    ShareRules.require(request);
    return inTransaction(
        now -> {
          var channel =
              channels
                  .lock(organizationId, channelId)
                  .orElseThrow(() -> ShareProblems.channelNotFound(channelId));
          if (channel.deleted()) {
            throw ShareProblems.channelDeleted();
          }
          if (!channel.bySrt()) {
            throw ShareProblems.notBySrt();
          }
          Grant grant = request.grant();
          if (shares.count(channelId, grant != null) >= LIMIT) {
            throw grant == null
                ? ShareProblems.limitReached(LIMIT)
                : ShareProblems.entitlementLimitReached(LIMIT);
          }
          String id = Ids.next(Share.PREFIX);
          var share =
              new Share(
                  id,
                  organizationId,
                  channelId,
                  1,
                  request.name(),
                  request.metadataOrNone(),
                  grant,
                  request.allowedCidrsOrNone(),
                  grant == null ? StreamKey.next() : StreamKey.aes256(),
                  grant == null ? ports.claim(id) : null,
                  null,
                  Share.Status.IDLE,
                  null,
                  false,
                  now,
                  now);
          shares.insert(share);
          wakes.wake(ShareReconciler.NAME, id);
          return share;
        });
  }

  /** Asked again, it changes nothing. */
  Share delete(String organizationId, String channelId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Share share =
              shares
                  .lock(id)
                  .filter(there -> there.organizationId().equals(organizationId))
                  .filter(there -> there.channelId().equals(channelId))
                  .orElseThrow(() -> ShareProblems.notFound(id));
          ifMatch.require(share.version());
          if (share.deleted()) {
            return share;
          }
          Share gone = share.goes(now);
          shares.update(gone);
          wakes.wake(ShareReconciler.NAME, id);
          return gone;
        });
  }

  private Share inTransaction(Function<Instant, Share> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.apply(Times.now(clock))));
  }
}
