package onair.channel.live;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import onair.channel.parts.Encoders;
import onair.channel.parts.Flows;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.PackageParts;
import onair.channel.parts.Parts;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.BrokenBooks.Mistake;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;

/**
 * A plausible mistake, put in the place of a real collaborator; the histories must see it. Source
 * of the twelve: what controllers of cloud resources were found to do wrong.
 */
enum Mutant {
  NONE,
  RECORD_AFTER_CREATE(Mistake.RECORD_AFTER_CREATE),
  FRESH_TOKEN_PER_TRY,
  NO_SETTLE(Mistake.NO_SETTLE),
  FIRST_PAGE_ONLY,
  ROW_GONE_BEFORE_RESOURCE(Mistake.ROW_GONE_BEFORE_RESOURCE),
  NO_FENCE(Mistake.NO_FENCE),
  CONFLICT_SWALLOWED,
  TAGS_AFTER_CREATE,
  TOKEN_REUSED_AFTER_GENERATION,
  NEVER_ADOPT,
  CONFLICT_IS_SUCCESS,
  ACKNOWLEDGED_BEFORE_COMMIT;

  /** AWS may answer a token it knows with what it made then, also when that is gone. */
  private static final Map<String, Found<?>> REMEMBERED = new ConcurrentHashMap<>();

  private final Mistake mistake;

  Mutant() {
    this(Mistake.NONE);
  }

  Mutant(Mistake mistake) {
    this.mistake = mistake;
  }

  Mistake mistake() {
    return mistake;
  }

  /** The parts of a channel as the mutant of the moment has them. */
  static Parts parts(Parts real, Supplier<Mutant> mutant, Supplier<MediaConnectClient> flows) {
    PackageParts packaging = real.packaging();
    return new Parts(
        new PackageParts(
            edge(ExternalResource.class, packaging.channels(), mutant),
            edge(ExternalResource.class, packaging.channelPolicies(), mutant),
            edge(ExternalResource.class, packaging.endpoints(), mutant),
            edge(ExternalResource.class, packaging.endpointPolicies(), mutant)),
        real.packagingV1(),
        real.bucketFolders(),
        real.containerFolders(),
        edge(ExternalResource.class, real.allowLists(), mutant),
        edge(ExternalResource.class, real.secrets(), mutant),
        edge(Flows.class, real.flows(), mutant, (made) -> tag(flows.get(), made)),
        edge(ExternalResource.class, real.inputs(), mutant),
        edge(ExternalResource.class, real.backupInputs(), mutant),
        edge(Encoders.class, real.encoders(), mutant));
  }

  private static void tag(MediaConnectClient client, Tagging tagging) {
    client.tagResource(request -> request.resourceArn(tagging.physicalId()).tags(tagging.tags()));
  }

  private record Tagging(String physicalId, Map<String, String> tags) {}

  private static <E extends ExternalResource<?, ?>> E edge(
      Class<? super E> type, E real, Supplier<Mutant> mutant) {
    return edge(type, real, mutant, null);
  }

  @SuppressWarnings("unchecked") // the proxy is of the interface the real one is asked by
  private static <E extends ExternalResource<?, ?>> E edge(
      Class<? super E> type, E real, Supplier<Mutant> mutant, @Nullable Consumer<Tagging> tagging) {
    return (E)
        Proxy.newProxyInstance(
            Mutant.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                mutant.get() == NONE
                    ? pass(real, method, arguments)
                    : mutant.get().call(real, method, arguments, tagging));
  }

  private @Nullable Object call(
      ExternalResource<?, ?> real,
      Method method,
      Object @Nullable [] arguments,
      @Nullable Consumer<Tagging> tagging)
      throws Throwable {
    return switch (method.getName()) {
      case "create" -> create(real, method, arguments, tagging);
      case "delete" -> delete(real, method, arguments);
      case "find" -> this == NEVER_ADOPT ? List.of() : pass(real, method, arguments);
      default -> pass(real, method, arguments);
    };
  }

  private @Nullable Object create(
      ExternalResource<?, ?> real,
      Method method,
      Object @Nullable [] arguments,
      @Nullable Consumer<Tagging> tagging)
      throws Throwable {
    if (arguments == null) {
      throw new IllegalStateException("a create has an identity");
    }
    var identity = (Identity) arguments[0];
    Object spec = arguments[1];
    return switch (this) {
      case FRESH_TOKEN_PER_TRY ->
          pass(real, method, with(identity, UUID.randomUUID().toString(), identity.tags()), spec);
      case TOKEN_REUSED_AFTER_GENERATION -> {
        String token = identity.key().toString();
        Found<?> known = REMEMBERED.get(token);
        if (known == null || !(real.idempotency() instanceof Idempotency.Token)) {
          known = (Found<?>) pass(real, method, with(identity, token, identity.tags()), spec);
          REMEMBERED.put(token, known);
        }
        yield known;
      }
      case TAGS_AFTER_CREATE -> {
        if (tagging == null) {
          yield pass(real, method, arguments);
        }
        Map<String, String> first = new HashMap<>(identity.tags());
        first.remove(Identity.RESOURCE_TAG);
        var made = (Found<?>) pass(real, method, with(identity, identity.token(), first), spec);
        tagging.accept(new Tagging(made.physicalId(), identity.tags()));
        yield made;
      }
      case CONFLICT_IS_SUCCESS -> orFirst(real, method, identity, arguments);
      default -> pass(real, method, arguments);
    };
  }

  private static @Nullable Object orFirst(
      ExternalResource<?, ?> real, Method method, Identity identity, Object[] arguments)
      throws Throwable {
    try {
      return pass(real, method, arguments);
    } catch (SdkException refused) {
      boolean taken = AwsFailures.classify(refused) == AwsFailure.CONFLICT;
      if (taken && spec(arguments) instanceof PackageChannelSpec wanted) {
        return real.observe(wanted.group() + "/onair-played-" + identity.key().owner())
            .orElseThrow();
      }
      throw refused;
    }
  }

  private static Object spec(Object[] arguments) {
    return arguments[1];
  }

  private @Nullable Object delete(
      ExternalResource<?, ?> real, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return pass(real, method, arguments);
    } catch (SdkException refused) {
      if (this == CONFLICT_SWALLOWED && AwsFailures.classify(refused) == AwsFailure.CONFLICT) {
        return new Deletion.Gone();
      }
      throw refused;
    }
  }

  private static Identity with(Identity identity, String token, Map<String, String> tags) {
    return new Identity(
        identity.key(),
        identity.organizationId(),
        identity.generation(),
        token,
        identity.name(),
        tags);
  }

  private static @Nullable Object pass(Object target, Method method, Object @Nullable ... arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
