package onair.example.controller;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import onair.common.idempotency.Idempotent;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Catalog;
import onair.common.plan.DryRun;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps all that an operation has to promise. */
@RestController
@RequestMapping("/v1/letters")
@RequiresScope("letters:write")
final class KeepingController {

  record Letter(String id, Map<String, String> metadata) {}

  @PostMapping
  @Idempotent(required = true)
  Tagged<Letter> create(@RequestBody Letter body, DryRun dryRun, LateTransaction transaction) {
    dryRun.shows(() -> Catalog.load().plan("letter.create").done());
    begin(transaction);
    return Tagged.created(1, body, "/v1/letters/a");
  }

  @PatchMapping("/{id}")
  Tagged<Letter> update(IfMatch ifMatch, @RequestBody Letter body) {
    return change(ifMatch, body);
  }

  @GetMapping
  Page<Letter> list(PageRequest page, MetadataFilter metadata) {
    return Page.ofAll(List.of(), page, Letter::id, letter -> letter);
  }

  @GetMapping("/alphabet")
  @Unversioned("never changes")
  String alphabet() {
    return "abc";
  }

  private static void begin(LateTransaction transaction) {
    transaction.begin();
  }

  private static Tagged<Letter> change(IfMatch ifMatch, Letter body) {
    LongConsumer check = version -> ifMatch.require(version);
    check.accept(2);
    return Tagged.found(2, body);
  }
}
