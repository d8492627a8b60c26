package onair.channel.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an action does to a broadcast. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Deed.Id3.class, name = Deed.ID3),
  @JsonSubTypes.Type(value = Deed.Overlay.class, name = Deed.OVERLAY),
  @JsonSubTypes.Type(value = Deed.HideOverlay.class, name = "hide_overlay"),
  @JsonSubTypes.Type(value = Deed.Pause.class, name = Deed.PAUSE),
  @JsonSubTypes.Type(value = Deed.Resume.class, name = "resume"),
  @JsonSubTypes.Type(value = Deed.SwitchInput.class, name = Deed.INPUT_SWITCH)
})
public sealed interface Deed {

  /** The kinds in the words of the API. */
  String ID3 = "id3";

  String OVERLAY = "overlay";
  String PAUSE = "pause";
  String INPUT_SWITCH = "input_switch";

  /** In the words of the API. */
  @JsonIgnore
  String kind();

  /** What ends it, for what lasts. */
  @JsonIgnore
  default Optional<Deed> undo() {
    return Optional.empty();
  }

  /** What only one action of a channel has at a time, for what lasts. */
  @JsonIgnore
  default Optional<String> place() {
    return Optional.empty();
  }

  /**
   * A whole ID3 tag, once.
   *
   * @param base64 the tag's bytes
   * @param packaged whether MediaPackage gets it, and not a playlist of the encoder's own
   */
  record Id3(String base64, boolean packaged) implements Deed {
    @Override
    public String kind() {
      return ID3;
    }
  }

  /**
   * A picture over the broadcast.
   *
   * @param imageUrl where MediaLive reads a PNG, BMP or TGA file
   * @param layer 0 to 7, higher ones over lower ones; a layer has one picture at a time
   * @param x pixels from the left; what is beyond the right edge is cut off
   * @param y pixels from the top
   * @param width pixels, that of the file if absent
   * @param height pixels, that of the file if absent
   * @param opacity 0 to 100
   */
  record Overlay(
      String imageUrl,
      int layer,
      int x,
      int y,
      @Nullable Integer width,
      @Nullable Integer height,
      int opacity,
      int fadeInMilliseconds,
      int fadeOutMilliseconds)
      implements Deed {

    @Override
    public String kind() {
      return OVERLAY;
    }

    @Override
    public Optional<Deed> undo() {
      return Optional.of(new HideOverlay(layer, fadeOutMilliseconds));
    }

    @Override
    public Optional<String> place() {
      return Optional.of("layer " + layer);
    }
  }

  /** No picture on that layer any more. */
  record HideOverlay(int layer, int fadeOutMilliseconds) implements Deed {
    @Override
    public String kind() {
      return OVERLAY;
    }
  }

  /**
   * Nothing goes out.
   *
   * @param pipelines how many the encoder runs, 1 or 2
   */
  record Pause(int pipelines) implements Deed {
    @Override
    public String kind() {
      return PAUSE;
    }

    @Override
    public Optional<Deed> undo() {
      return Optional.of(new Resume());
    }

    @Override
    public Optional<String> place() {
      return Optional.of("the broadcast");
    }
  }

  /** Everything goes out again. */
  record Resume() implements Deed {
    @Override
    public String kind() {
      return PAUSE;
    }
  }

  /**
   * Another input is shown.
   *
   * @param input one of the broadcast's
   */
  record SwitchInput(String input) implements Deed {
    @Override
    public String kind() {
      return INPUT_SWITCH;
    }
  }
}
