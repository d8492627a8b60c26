/**
 * What a source is, whether it is worth paying for, and what is made of it: {@link
 * onair.vod.transcode.SourceCheck} decides, {@link onair.vod.transcode.Ladder} plans, both pure.
 * The job in AWS is a {@link onair.vod.transcode.TranscodeSpec} and an {@link
 * onair.vod.transcode.ObservedJob}.
 */
@NullMarked
package onair.vod.transcode;

import org.jspecify.annotations.NullMarked;
