package onair.delivery.playback;

import io.swagger.v3.oas.annotations.Hidden;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where things play, for viewers: the gateway lets anybody come here. */
@RestController
@RequestMapping("/playback")
@Hidden
class ViewerController {

  private final ViewerPlaybacks playbacks;

  ViewerController(ViewerPlaybacks playbacks) {
    this.playbacks = playbacks;
  }

  @GetMapping("/{playback_id}")
  @AnyCaller // viewers are nobody in particular
  ViewerPlayback get(@PathVariable("playback_id") String playbackId) {
    return playbacks.find(playbackId).orElseThrow(() -> Problems.notFound("playback", playbackId));
  }
}
