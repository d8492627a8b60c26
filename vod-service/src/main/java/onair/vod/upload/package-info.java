/**
 * Files on their way into assets: sent in parts straight to S3 with signed addresses, so that a cut
 * upload goes on where it was, and a wrong one is told before it counts.
 *
 * <p>{@code UploadCommands} writes down what is wanted, {@code UploadReconciler} completes, cancels
 * and lets expire, {@code UploadSweeper} removes what a crash has left behind.
 */
@NullMarked
package onair.vod.upload;

import org.jspecify.annotations.NullMarked;
