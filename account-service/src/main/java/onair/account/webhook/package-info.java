/**
 * Webhooks: an organization's events, sent to addresses of its own by Standard Webhooks. {@code
 * FanOut} turns the log into deliveries, {@code Dispatch} sends them, {@code Conclusion} writes
 * down what came of each; {@link onair.account.webhook.WebhookConfiguration} puts them together.
 */
@NullMarked
package onair.account.webhook;

import org.jspecify.annotations.NullMarked;
