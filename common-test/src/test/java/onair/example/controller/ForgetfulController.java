package onair.example.controller;

import java.util.List;
import java.util.Map;
import onair.common.idempotency.Idempotent;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.Page;
import onair.common.plan.DryRun;
import onair.common.version.IfMatch;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promises nothing of what an operation has to promise, or promises it and does not keep it. */
@RestController
@RequestMapping("/v1/numbers/{id}")
final class ForgetfulController {

  record Number(String id, Map<String, String> metadata) {}

  record Wordless(String id) {}

  @PostMapping
  Number withoutKey(@RequestBody Wordless body) {
    return new Number(body.id(), Map.of());
  }

  @Idempotent(required = true)
  @PostMapping("/spend")
  void withoutRehearsal() {}

  @Idempotent(required = true)
  @PostMapping("/show")
  void withoutPlan(DryRun dryRun) {}

  @Idempotent
  @PostMapping("/ask")
  void withoutBeginning(LateTransaction transaction) {}

  @DeleteMapping
  void withoutIfMatch() {}

  @PatchMapping
  void withoutCheck(IfMatch ifMatch, @RequestBody Number body) {
    ignore(ifMatch);
  }

  @GetMapping
  Page<Number> withoutPages() {
    return new Page<>(List.of(), null);
  }

  private static void ignore(IfMatch ifMatch) {
    ifMatch.header();
  }
}
