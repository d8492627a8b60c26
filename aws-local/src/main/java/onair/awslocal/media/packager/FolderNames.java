package onair.awslocal.media.packager;

import onair.awslocal.media.HlsOutput;

/**
 * Names of MediaLive's HLS output: the destination's base name, the output's name modifier, then
 * what it is.
 */
record FolderNames(HlsOutput output) implements Naming {

  /** Key of a file that playlists call by this name. */
  String key(String name) {
    return output.base().substring(0, output.base().lastIndexOf('/') + 1) + name;
  }

  String multivariant() {
    return file() + ".m3u8";
  }

  @Override
  public boolean has(String rendition) {
    return output.modifiers().containsKey(rendition);
  }

  @Override
  public String playlist(String rendition) {
    return stem(rendition) + ".m3u8";
  }

  @Override
  public String segment(String rendition, long number) {
    return stem(rendition) + "_" + number + ".mp4";
  }

  @Override
  public String init(String rendition, Run run) {
    return stem(rendition) + "_init_" + run.id() + ".mp4";
  }

  private String stem(String rendition) {
    return file() + output.modifiers().getOrDefault(rendition, "");
  }

  private String file() {
    return output.base().substring(output.base().lastIndexOf('/') + 1);
  }
}
