package onair.channel.explain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import onair.channel.live.ChannelWhereabouts;
import onair.channel.live.Whereabouts;
import onair.channel.timer.Endings;
import onair.common.problem.Problems;
import onair.common.reconcile.Agenda;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explanations over HTTP. Another organization's channel is not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/explain")
@Tag(name = "channels", description = "Live channels")
class ExplainController {

  private final ChannelWhereabouts channels;
  private final Endings endings;
  private final Agenda agenda;
  private final InstantSource clock;

  ExplainController(
      ChannelWhereabouts channels, Endings endings, Agenda agenda, InstantSource clock) {
    this.channels = channels;
    this.endings = endings;
    this.agenda = agenda;
    this.clock = clock;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Unversioned("tells of what goes on by itself")
  @Operation(
      operationId = "explainChannel",
      summary = "Explain why a channel is or is not live",
      description =
          "In plain words: what is wanted and what is, what the channel waits for and until when,"
              + " what AWS last complained of and what to do about it, and what happens next. AWS is"
              + " not asked for it.")
  Explanation explain(Caller caller, @PathVariable("channel_id") String channelId) {
    Whereabouts at =
        channels
            .of(caller.organizationId(), channelId)
            .orElseThrow(() -> Problems.notFound("channel", channelId));
    return Explainer.explain(
        new Situation(
            at,
            endings.of(caller.organizationId(), channelId),
            agenda.next(ChannelWhereabouts.reconciler(), channelId).orElse(null),
            Times.now(clock)));
  }
}
