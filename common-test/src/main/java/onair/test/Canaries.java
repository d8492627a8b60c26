package onair.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets of a run, to be looked for wherever they must not be: in what was logged, in every row of
 * the database, in answers. Found as they are, in hexadecimal and in base64.
 */
public final class Canaries {

  private static final int SHORTEST = 8;

  private final Map<String, String> planted = new LinkedHashMap<>();

  /**
   * Remembers one.
   *
   * @param name to tell it by when it is found
   * @return the secret
   */
  public String plant(String name, String secret) {
    if (secret.length() < SHORTEST || secret.contains("***")) {
      throw new IllegalArgumentException("The " + name + " is no secret to be looked for");
    }
    planted.put(name, secret);
    return secret;
  }

  /** Which of them stand in a text, as {@code <name> in <where>}. */
  public List<String> foundIn(String where, String text) {
    var found = new ArrayList<String>();
    planted.forEach(
        (name, secret) -> {
          if (forms(secret).stream().anyMatch(text::contains)) {
            found.add(name + " in " + where);
          }
        });
    return found;
  }

  /** Which of them stand in a database, as {@code <name> in <table>}. */
  public List<String> foundIn(PostgresDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.ownersDataSource());
    var found = new ArrayList<String>();
    for (String table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
            .query(String.class)
            .list()) {
      String rows =
          String.join(
              "\n", jdbc.sql("select r::text from " + table + " r").query(String.class).list());
      found.addAll(foundIn("table " + table, rows));
    }
    return found;
  }

  /** Base64 of the first bytes, because the last letters depend on what follows. */
  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().encodeToString(bytes);
    int whole = bytes.length / 3 * 4;
    return List.of(
        secret,
        HexFormat.of().formatHex(bytes),
        base64.substring(0, whole),
        base64.substring(0, whole).replace('+', '-').replace('/', '_'));
  }
}
