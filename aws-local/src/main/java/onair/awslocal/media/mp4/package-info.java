/**
 * Reads the fragmented MP4 that ffmpeg writes to its standard output: one header with all tracks,
 * then one moof and mdat pair per track and GOP. A leaf: it knows boxes, not channels. Start at
 * {@link onair.awslocal.media.mp4.FragmentedMp4}. Source: ISO/IEC 14496-12.
 */
@NullMarked
package onair.awslocal.media.mp4;

import org.jspecify.annotations.NullMarked;
