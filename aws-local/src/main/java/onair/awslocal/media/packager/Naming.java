package onair.awslocal.media.packager;

/** How the files of an HLS programme are called in its playlists, relative to them. */
interface Naming {

  /** Whether the programme has this rendition. */
  boolean has(String rendition);

  String playlist(String rendition);

  String segment(String rendition, long number);

  String init(String rendition, Run run);

  /** Names of an endpoint, whose segments all its manifests share. */
  static Naming shared(String manifest) {
    return new Naming() {
      @Override
      public boolean has(String rendition) {
        return true;
      }

      @Override
      public String playlist(String rendition) {
        return FileNames.playlist(manifest, rendition);
      }

      @Override
      public String segment(String rendition, long number) {
        return FileNames.segment(rendition, number);
      }

      @Override
      public String init(String rendition, Run run) {
        return FileNames.init(rendition, run);
      }
    };
  }
}
