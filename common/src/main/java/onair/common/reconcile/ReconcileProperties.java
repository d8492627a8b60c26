package onair.common.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient and how parallel reconciling is; prefix {@code onair.reconcile}.
 *
 * @param settle how long after a lost answer its effect may still show up: longer than the SDK's
 *     total timeout plus the lag of listings
 * @param workers owners run at the same time on this node
 * @param poll how often due owners are looked for; a wake on this node does not wait for it
 * @param heartbeat how often a running worker says it lives
 * @param missedHeartbeats so many missed and another node takes over
 * @param maxBackoff longest wait between runs that fail
 * @param blockedRecheck when an owner that only a change can help is looked at again
 * @param createDeadline a create under way longer than this is shown as overdue
 * @param deleteDeadline a delete under way longer than this is shown as overdue
 */
@ConfigurationProperties("onair.reconcile")
public record ReconcileProperties(
    @DefaultValue("90s") Duration settle,
    @DefaultValue("8") int workers,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("1s") Duration heartbeat,
    @DefaultValue("4") int missedHeartbeats,
    @DefaultValue("1m") Duration maxBackoff,
    @DefaultValue("10m") Duration blockedRecheck,
    @DefaultValue("5m") Duration createDeadline,
    @DefaultValue("15m") Duration deleteDeadline) {}
