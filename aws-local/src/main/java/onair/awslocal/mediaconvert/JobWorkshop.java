package onair.awslocal.mediaconvert;

import java.nio.file.Path;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.store.ObjectStore;

/**
 * What all jobs work with.
 *
 * @param work folder of unfinished outputs
 */
record JobWorkshop(Transcoder transcoder, ObjectStore store, Path work) {}
