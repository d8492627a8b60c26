package onair.channel.ladder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which ladders there are, the same for everybody. */
@RestController
@RequestMapping("/v1/presets/ladders")
@Tag(name = "presets", description = "What a channel can be made with")
public class LadderController {

  private final Ladders ladders;

  public LadderController(Ladders ladders) {
    this.ladders = ladders;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listLadders",
      summary = "List the ladders a channel can name",
      description = "Best first.")
  Page<Ladder> list(PageRequest page) {
    return Page.ofAll(ladders.all(), page, Ladder::name, Function.identity());
  }
}
