package onair.channel.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * A ladder as the API shows it.
 *
 * @param custom whether the organization made it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Ladder")
record LadderResponse(
    @Schema(example = "720p") String name,
    @Schema(example = "720p, 480p and 360p with stereo AAC") String description,
    @Schema(example = "false", description = "Whether your organization made it.") boolean custom,
    @Schema(example = "30") int frameRate,
    @Schema(example = "2") int gopSeconds,
    Ladder.Source source,
    List<Ladder.Video> video,
    List<Ladder.Audio> audio,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata) {

  static LadderResponse of(OwnLadder own) {
    return of(own.ladder(), true, own.metadata());
  }

  /** One that comes with the service. */
  static LadderResponse of(Ladder ladder) {
    return of(ladder, false, Map.of());
  }

  private static LadderResponse of(Ladder ladder, boolean custom, Map<String, String> metadata) {
    return new LadderResponse(
        ladder.name(),
        ladder.description(),
        custom,
        ladder.frameRate(),
        ladder.gopSeconds(),
        ladder.source(),
        ladder.video(),
        ladder.audio(),
        metadata);
  }
}
