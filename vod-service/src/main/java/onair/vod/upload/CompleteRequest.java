package onair.vod.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Every part that was sent, with what S3 answered for it. */
@Schema(name = "UploadCompleteRequest")
record CompleteRequest(@NotNull @Size(max = 10_000) List<SentPart> parts) {

  /**
   * A part that was sent.
   *
   * @param etag of S3's answer, with or without quotes
   */
  @Schema(name = "UploadSentPart")
  record SentPart(
      @Schema(example = "1") int number,
      @Schema(example = "9b2cf535f27731c974343645a3985328") @NotBlank @Size(max = 200)
          String etag) {

    String plainEtag() {
      return etag.replace("\"", "").strip();
    }
  }
}
