package onair.common.idempotency;

import java.util.Map;
import onair.common.plan.Catalog;
import onair.common.plan.DryRun;
import onair.common.problem.Problems;
import onair.common.reconcile.CrashPoint;
import onair.common.security.AnyCaller;
import onair.common.security.RequiresScope;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;
import onair.common.web.WebConfiguration;
import onair.test.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service whose letters cost money, and whose parcels are weighed elsewhere first. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  WebConfiguration.class,
  ServiceSecurityConfiguration.class,
  IdempotencyConfiguration.class,
  PostOffice.Counter.class
})
class PostOffice {

  @Bean
  SettableClock clock() {
    return SettableClock.create();
  }

  record NewLetter(String text, Map<String, String> metadata) {}

  record Letter(long id, String text) {}

  @RestController
  @RequiresScope("letters:write")
  static class Counter {

    private final JdbcClient jdbc;
    private final Catalog catalog;

    Counter(JdbcClient jdbc, Catalog catalog) {
      this.jdbc = jdbc;
      this.catalog = catalog;
    }

    @PostMapping("/v1/letters")
    @Idempotent(required = true)
    Tagged<Letter> send(@RequestBody NewLetter letter, DryRun dryRun) {
      dryRun.shows(() -> catalog.plan("letter.send").creates("post", "letter", 1).done());
      return made(letter);
    }

    @PostMapping("/v1/parcels")
    @Idempotent
    Tagged<Letter> sendParcel(@RequestBody NewLetter letter, LateTransaction transaction) {
      CrashPoint.hit("parcel.weighed");
      transaction.begin();
      return made(letter);
    }

    @GetMapping("/v1/letters/{id}")
    Tagged<Letter> get(@PathVariable long id) {
      return jdbc.sql("select * from letter where id = :id")
          .param("id", id)
          .query(
              (row, number) ->
                  Tagged.found(row.getLong("version"), new Letter(id, row.getString("text"))))
          .optional()
          .orElseThrow(() -> Problems.notFound("letter", "" + id));
    }

    @PatchMapping("/v1/letters/{id}")
    Tagged<Letter> update(@PathVariable long id, IfMatch ifMatch, @RequestBody NewLetter letter) {
      ifMatch.require(
          jdbc.sql("select version from letter where id = :id")
              .param("id", id)
              .query(Long.class)
              .single());
      jdbc.sql("update letter set text = :text, version = version + 1 where id = :id")
          .param("text", letter.text())
          .param("id", id)
          .update();
      return get(id);
    }

    @AnyCaller
    @GetMapping("/v1/alphabet")
    @Unversioned("it never changes")
    Letter alphabet() {
      return new Letter(0, "abc");
    }

    private Tagged<Letter> made(NewLetter letter) {
      long id =
          jdbc.sql("insert into letter (text) values (:text) returning id")
              .param("text", letter.text())
              .query(Long.class)
              .single();
      return Tagged.created(1, new Letter(id, letter.text()), "/v1/letters/" + id);
    }
  }
}
