/**
 * Assets: what was uploaded or recorded, made playable, kept, and removed. A handler only writes
 * what is wanted ({@link onair.vod.asset.AssetCommands}); {@code AssetReconciler} makes it so and
 * {@code AssetLedger} writes down what came of it.
 */
@NullMarked
package onair.vod.asset;

import org.jspecify.annotations.NullMarked;
