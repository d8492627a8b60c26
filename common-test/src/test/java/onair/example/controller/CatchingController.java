package onair.example.controller;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CatchingController {

  @GetMapping("/v1/numbers")
  String number() {
    try {
      return "" + Integer.parseInt("one");
    } catch (NumberFormatException swallowed) {
      return "none";
    }
  }
}
