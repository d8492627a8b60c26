package onair.ads.placement;

import org.jspecify.annotations.Nullable;

/**
 * A playback configuration of MediaTailor as it is wanted.
 *
 * @param name unique in the AWS account
 * @param contentUrl of the folder the manifests lie in, at the CDN
 * @param decisionUrl asked for ads, with MediaTailor's macros
 * @param slateUrl of an MP4 shown where no ad fits; null for the content itself
 */
public record PlaybackConfigurationSpec(
    String name, String contentUrl, String decisionUrl, @Nullable String slateUrl) {}
