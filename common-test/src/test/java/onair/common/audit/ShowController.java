package onair.common.audit;

import java.util.Map;
import onair.common.id.Ids;
import onair.common.idempotency.Idempotent;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controllers as anybody would write them, without a word about the audit log but where it says.
 */
@AnyCaller
@RestController
class ShowController {

  private final JdbcClient jdbc;

  ShowController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record NewShow(String name) {}

  record Show(String id, String object, String name, String streamKey) {}

  @PostMapping("/v1/shows")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  Show createShow(@RequestBody NewShow wanted) {
    var show = new Show(Ids.next("shw"), "show", wanted.name(), "sk_planted_stream_key_0001");
    jdbc.sql("insert into show (id, name, stream_key) values (?, ?, ?)")
        .params(show.id(), show.name(), show.streamKey())
        .update();
    if (wanted.name().equals("refused")) {
      throw Problem.of(409, "show_refused", "No");
    }
    return show;
  }

  @GetMapping("/v1/shows")
  Page<Show> listShows() {
    return Page.ofAll(
        jdbc.sql("select id, 'show' as object, name, stream_key from show")
            .query(Show.class)
            .list(),
        PageRequest.first(),
        Show::id,
        show -> show);
  }

  @GetMapping("/v1/shows/{id}")
  Show getShow(@PathVariable String id) {
    return jdbc.sql("select id, 'show' as object, name, stream_key from show where id = ?")
        .param(id)
        .query(Show.class)
        .optional()
        .orElseThrow(() -> Problems.notFound("show", id));
  }

  @PatchMapping("/v1/shows/{id}")
  Show renameShow(@PathVariable String id, @RequestBody NewShow wanted) {
    jdbc.sql("update show set name = ? where id = ?").params(wanted.name(), id).update();
    return getShow(id);
  }

  @DeleteMapping("/v1/shows/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteShow(@PathVariable String id) {
    getShow(id);
    jdbc.sql("delete from show where id = ?").param(id).update();
  }

  @PostMapping("/v1/shows/{id}/start")
  @Idempotent
  Show startShow(@PathVariable String id) {
    return renameShow(id, new NewShow("started"));
  }

  /** Something slow first, outside of any transaction. */
  @PostMapping("/v1/shows/{id}/finish")
  @Idempotent
  ResponseEntity<Show> finishShow(@PathVariable String id, LateTransaction transaction) {
    boolean early = TransactionSynchronizationManager.isActualTransactionActive();
    transaction.begin();
    boolean late = TransactionSynchronizationManager.isActualTransactionActive();
    Show show = renameShow(id, new NewShow("finished"));
    return ResponseEntity.ok().header("Transactions", early + " " + late).body(show);
  }

  /** Shows nothing, so it says itself what was changed. */
  @PostMapping("/v1/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword() {
    Audit.actsFor("org_other", "mem_1", "ses_1");
    Audit.changed(
        "member", "mem_1", Map.of("password", "old secret"), Map.of("password", "new secret"));
  }

  @PostMapping("/internal/quiet")
  String quiet() {
    return "{}";
  }

  @Audited
  @PostMapping("/internal/told")
  Map<String, String> told() {
    return Map.of("id", "ses_1", "object", "session");
  }
}
