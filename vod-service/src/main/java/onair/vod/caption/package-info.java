/**
 * Captions: texts that viewers may have shown with an asset, uploaded as WebVTT. A handler only
 * writes what is wanted ({@code CaptionCommands}); the run of the asset's own reconciler, in {@code
 * Captioning}, puts the files beside the asset's and names them in its HLS playlist.
 */
@NullMarked
package onair.vod.caption;

import org.jspecify.annotations.NullMarked;
