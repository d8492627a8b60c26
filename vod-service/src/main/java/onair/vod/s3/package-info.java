/**
 * S3: the bucket and its settings, uploads in parts, objects. Knows nothing of uploads and assets
 * but their keys.
 */
@NullMarked
package onair.vod.s3;

import org.jspecify.annotations.NullMarked;
