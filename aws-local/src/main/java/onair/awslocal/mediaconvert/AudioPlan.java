package onair.awslocal.mediaconvert;

import onair.awslocal.media.AudioRendition;

/**
 * An AAC output.
 *
 * @param modifier of its name
 */
record AudioPlan(String modifier, int bitsPerSecond, int sampleRate, int channels) {

  AudioRendition rendition() {
    return new AudioRendition(modifier, bitsPerSecond, sampleRate, channels);
  }
}
