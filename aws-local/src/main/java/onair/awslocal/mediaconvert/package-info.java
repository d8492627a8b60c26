/**
 * AWS Elemental MediaConvert on this machine: queues, presets, job templates, and jobs that really
 * transcode files of the object store into files of the object store. {@link
 * onair.awslocal.mediaconvert.LocalMediaConvert} lists the operations; {@code JobReader} says which
 * settings work, {@code JobRun} is one job at work, which {@code onair.awslocal.media.transcode}
 * does.
 */
@NullMarked
package onair.awslocal.mediaconvert;

import org.jspecify.annotations.NullMarked;
