package onair.awslocal.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.awslocal.policy.Statement.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the JSON of a policy into statements, refusing whatever it does not understand. */
final class PolicyReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

  ResourcePolicy read(String json) {
    var root = object(parse(json), "The policy");
    only(root, "The policy", Set.of("Version", "Id", "Statement"));
    var version = root.get("Version");
    if (version != null && !(version.isString() && VERSIONS.contains(version.asString()))) {
      throw new MalformedPolicy("Version must be 2012-10-17 or 2008-10-17");
    }
    var statements = new ArrayList<Statement>();
    for (var node : oneOrMany(required(root, "Statement", "The policy"))) {
      statements.add(statement(node, "Statement " + (statements.size() + 1)));
    }
    if (statements.isEmpty()) {
      throw new MalformedPolicy("The policy has no statement");
    }
    return new ResourcePolicy(statements);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new MalformedPolicy("The policy is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Statement statement(JsonNode node, String where) {
    object(node, where);
    only(node, where, Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition"));
    return new Statement(
        allows(required(node, "Effect", where), where),
        principal(required(node, "Principal", where), where),
        strings(required(node, "Action", where), where + " Action"),
        strings(required(node, "Resource", where), where + " Resource"),
        conditions(node.get("Condition"), where + " Condition"));
  }

  private static boolean allows(JsonNode effect, String where) {
    return switch (effect.isString() ? effect.asString() : "") {
      case "Allow" -> true;
      case "Deny" -> false;
      default -> throw new MalformedPolicy(where + " Effect must be Allow or Deny");
    };
  }

  private static PrincipalRule principal(JsonNode node, String where) {
    if (node.isString() && node.asString().equals("*")) {
      return new PrincipalRule(true, Set.of(), Set.of());
    }
    object(node, where + " Principal");
    only(node, where + " Principal", Set.of("AWS", "Service"));
    var identities = members(node.get("AWS"), where + " Principal AWS");
    var everyone = identities.remove("*");
    var services = members(node.get("Service"), where + " Principal Service");
    if (!everyone && identities.isEmpty() && services.isEmpty()) {
      throw new MalformedPolicy(where + " Principal names nobody");
    }
    for (var name : union(identities, services)) {
      if (name.contains("*")) {
        throw new MalformedPolicy(where + " Principal has a wildcard inside a name: " + name);
      }
    }
    return new PrincipalRule(everyone, Set.copyOf(services), Set.copyOf(identities));
  }

  private static Set<String> members(@Nullable JsonNode node, String where) {
    return node == null ? new HashSet<>() : new HashSet<>(strings(node, where));
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    var all = new HashSet<>(left);
    all.addAll(right);
    return all;
  }

  private static List<Condition> conditions(@Nullable JsonNode node, String where) {
    var conditions = new ArrayList<Condition>();
    if (node == null) {
      return conditions;
    }
    for (var block : object(node, where).properties()) {
      var operator =
          Operator.named(block.getKey())
              .orElseThrow(
                  () -> new MalformedPolicy(where + " has an unknown operator: " + block.getKey()));
      var keys = object(block.getValue(), where + " " + block.getKey());
      for (var key : keys.properties()) {
        conditions.add(
            new Condition(
                operator, key.getKey(), strings(key.getValue(), where + " " + key.getKey())));
      }
    }
    return conditions;
  }

  private static List<String> strings(JsonNode node, String where) {
    var values = new ArrayList<String>();
    for (var value : oneOrMany(node)) {
      if (!value.isString()) {
        throw new MalformedPolicy(where + " must be a string or a list of strings");
      }
      if (value.asString().contains("${")) {
        throw new MalformedPolicy(where + " has a policy variable: " + value.asString());
      }
      values.add(value.asString());
    }
    if (values.isEmpty()) {
      throw new MalformedPolicy(where + " is empty");
    }
    return values;
  }

  private static Iterable<JsonNode> oneOrMany(JsonNode node) {
    return node.isArray() ? node.values() : List.of(node);
  }

  private static JsonNode object(JsonNode node, String where) {
    if (!node.isObject()) {
      throw new MalformedPolicy(where + " must be an object");
    }
    return node;
  }

  private static JsonNode required(JsonNode node, String name, String where) {
    var value = node.get(name);
    if (value == null) {
      throw new MalformedPolicy(where + " has no " + name);
    }
    return value;
  }

  private static void only(JsonNode node, String where, Set<String> known) {
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new MalformedPolicy(where + " has an unknown element: " + name);
      }
    }
  }
}
