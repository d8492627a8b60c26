/**
 * Where uploads and assets lie: one S3 bucket per installation, made ahead and kept, and told to
 * the delivery service as an origin of the CDN. Start at {@code BucketReconciler}; {@link
 * onair.vod.storage.Keys} says what lies where.
 */
@NullMarked
package onair.vod.storage;

import org.jspecify.annotations.NullMarked;
