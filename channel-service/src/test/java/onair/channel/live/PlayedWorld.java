package onair.channel.live;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onair.channel.ChannelApplication;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.Parts;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.event.Announcer;
import onair.common.reconcile.BrokenBooks;
import onair.common.reconcile.ReconcileLoop;
import onair.common.reconcile.Resources;
import onair.common.tenancy.Tenancy;
import onair.test.PostgresDatabase;
import onair.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/**
 * The whole channel service over a real database and aws-local, where nothing goes on by itself:
 * its loops stand still, and time is moved by hand. Everything it does, it does on the thread that
 * plays.
 */
final class PlayedWorld implements AutoCloseable {

  /** The scheduler of tests knows no other number of missed ones; in all it is four seconds. */
  private static final int MISSED_HEARTBEATS = 6;

  private static final Duration HEARTBEAT = Duration.ofMillis(4000 / MISSED_HEARTBEATS);
  private static final String PACKAGING_GROUP = "packagingGroupAnnouncer";

  final PlayedCloud cloud = new PlayedCloud();
  final PlayedProcess process = new PlayedProcess(cloud);
  final Mutable chance = new Mutable();
  private Mutant mutant = Mutant.NONE;
  private boolean open;
  private boolean swept;
  final ChannelCommands commands;
  final ChannelEdits edits;
  final ChannelController controller;
  final ChannelStore channels;
  final Resources resources;
  final JdbcClient jdbc;
  private final ConfigurableApplicationContext context;
  private final List<ManualScheduler> nodes;

  /** Chance that can be begun anew, so that a life is the same each time. */
  static final class Mutable implements RandomGenerator {
    private Random random = new Random(0);

    void begin(long seed) {
      random = new Random(seed);
    }

    @Override
    public long nextLong() {
      return random.nextLong();
    }
  }

  PlayedWorld(int number) {
    context = context(number);
    commands = context.getBean(ChannelCommands.class);
    edits = context.getBean(ChannelEdits.class);
    controller = context.getBean(ChannelController.class);
    channels = context.getBean(ChannelStore.class);
    resources = context.getBean(Resources.class);
    var played = (PlayedDatabase) context.getBean(DataSource.class);
    jdbc = JdbcClient.create(Objects.requireNonNull(played.getTargetDataSource()));
    nodes = Stream.generate(() -> node(played)).limit(PlayedProcess.MOST_ASLEEP + 1).toList();
  }

  private ConfigurableApplicationContext context(int number) {
    PostgresDatabase database = PostgresDatabase.create();
    Map<String, Object> properties = new HashMap<>(database.properties());
    // Nothing of it outlives the test, so no commit waits for the disk.
    properties.put(
        "spring.datasource.url", database.url() + "?options=-c%20synchronous_commit=off");
    properties.put("onair.token.public-key", TestTokens.shared().publicKeyPem().toString());
    properties.put("onair.deployment", "played");
    properties.put("onair.aws.endpoint", cloud.endpoint());
    properties.put("onair.aws.access-key-id", "test");
    properties.put("onair.aws.secret-access-key", "test");
    // The second try of the SDK waits in real time; the model of the protocol has it.
    properties.put("onair.aws.max-attempts", 1);
    properties.put("onair.channel.secret-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    properties.put(
        "onair.channel.ingest.srt-ports",
        "%d-%d".formatted(21_000 + number * 200, 21_199 + number * 200));
    properties.put("onair.channel.watch.waiting", "60s");
    properties.put("onair.sweep.every", "45s");
    properties.put("onair.sweep.grace", "90s");
    properties.put("server.port", 0);
    return new SpringApplicationBuilder(ChannelApplication.class)
        .web(WebApplicationType.SERVLET)
        .logStartupInfo(false)
        .initializers(
            starting -> {
              starting
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("played", properties));
              var beans = ((ConfigurableApplicationContext) starting).getBeanFactory();
              beans.addBeanPostProcessor(new Swap(this, beans));
              beans.registerSingleton("chance", chance);
              var still = new Still();
              still.setBeanFactory(beans);
              beans.registerSingleton("lifecycleProcessor", still);
            })
        .run();
  }

  /** Starts nothing. */
  private static final class Still extends DefaultLifecycleProcessor {
    @Override
    public void onRefresh() {
      // Loops would go on by themselves.
    }
  }

  /** Puts what is played in the place of what is real. */
  private record Swap(PlayedWorld world, ConfigurableListableBeanFactory beans)
      implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return switch (bean) {
        case AwsClients clients -> {
          clients.close();
          yield new AwsClients(
              beans.getBean(AwsProperties.class),
              new PlayedCalls(world.cloud.calls(), () -> world.mutant));
        }
        case DataSource database -> new PlayedDatabase(database);
        case InstantSource clock when name.equals("clock") -> (InstantSource) world.cloud::now;
        case Parts parts ->
            Mutant.parts(parts, () -> world.mutant, () -> beans.getBean(MediaConnectClient.class));
        case ChannelReconciler reconciler ->
            new HastyReconciler(reconciler, () -> world.mutant, () -> world.jdbc);
        default -> new BrokenBooks(() -> world.mutant.mistake(), () -> world.jdbc).instead(bean);
      };
    }
  }

  private ManualScheduler node(DataSource database) {
    var builder =
        TestHelper.createManualScheduler(database, context.getBean(ReconcileLoop.class).tasks())
            .clock(new CloudTime(cloud));
    builder.heartbeatInterval(HEARTBEAT);
    return builder.build();
  }

  private static final class CloudTime extends SettableClock {
    private final PlayedCloud cloud;

    CloudTime(PlayedCloud cloud) {
      this.cloud = cloud;
    }

    @Override
    public Instant now() {
      return cloud.now();
    }
  }

  /** Plays on this thread from now on, with what all channels share in place. */
  void enter() {
    process.enter();
    process.calm();
    if (!open) {
      open = true;
      context.getBean(PACKAGING_GROUP, Announcer.class).start();
      liveUntil(cloud.now().plusSeconds(200), Wishes.NONE);
    }
  }

  /** From now on this is done wrong. */
  void with(Mutant wrong) {
    mutant = wrong;
  }

  /** Forgets what is over, of which there is more with each life, and what was broken off. */
  void tidy() {
    jdbc.sql("delete from scheduled_tasks").update();
    cloud.reset();
    open = false;
    enter();
  }

  /** From now on AWS is swept while lives are played. */
  void swept() {
    swept = true;
  }

  /** What is not of the life that begins waits until it is over. */
  void nothingElse() {
    jdbc.sql("update scheduled_tasks set execution_time = :later, picked = false")
        .param("later", cloud.now().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
        .update();
    if (swept) {
      context.getBean("sweepAnnouncer", Announcer.class).start();
    }
  }

  /** Somebody else's flows, more than a page of them. */
  List<String> crowd() {
    MediaConnectClient flows = context.getBean(MediaConnectClient.class);
    List<String> arns =
        IntStream.range(0, 21)
            .mapToObj(
                number ->
                    flows
                        .createFlow(
                            request ->
                                request
                                    .name("stranger-" + number)
                                    .source(
                                        source ->
                                            source
                                                .name("in")
                                                .protocol(Protocol.RTP)
                                                .ingestPort(5000 + number)
                                                .whitelistCidr("192.0.2.1/32")))
                        .flow()
                        .flowArn())
            .toList();
    cloud.advanceTo(cloud.now().plusSeconds(30));
    return arns;
  }

  /** They take them away again. */
  void leave(List<String> flows) {
    flows.forEach(
        arn ->
            context.getBean(MediaConnectClient.class).deleteFlow(request -> request.flowArn(arn)));
  }

  /** Somebody else's packaging channel that has the name which this channel's is going to have. */
  void stranger(String channel) {
    context
        .getBean(MediaPackageV2Client.class)
        .createChannel(request -> request.channelGroupName(group()).channelName(name(channel)));
  }

  /** They take it away again; false when it is not there any more, or somebody uses it. */
  boolean strangerLeaves(String channel) {
    MediaPackageV2Client packaging = context.getBean(MediaPackageV2Client.class);
    boolean there =
        packaging.listChannels(request -> request.channelGroupName(group())).items().stream()
            .anyMatch(item -> item.channelName().equals(name(channel)));
    boolean unused =
        packaging
            .listOriginEndpoints(
                request -> request.channelGroupName(group()).channelName(name(channel)))
            .items()
            .isEmpty();
    if (there && unused) {
      packaging.deleteChannel(
          request -> request.channelGroupName(group()).channelName(name(channel)));
    }
    return there && unused;
  }

  private String group() {
    return context.getBean(PackagingGroup.class).name();
  }

  private static String name(String channel) {
    return "onair-played-" + channel;
  }

  /** What users do. */
  interface Wishes {
    Wishes NONE =
        new Wishes() {
          @Override
          public @Nullable Instant next() {
            return null;
          }

          @Override
          public void act() {}
        };

    /** When they do something next; null for never. */
    @Nullable Instant next();

    /** They do it. */
    void act();
  }

  private record Due(@Nullable Instant run, @Nullable Instant takeOver) {}

  /** Lets time pass, and whatever is due in it happen. */
  void liveUntil(Instant end, Wishes wishes) {
    int runs = 0;
    while (runs < 4000) {
      Due due = due();
      Instant wish = wishes.next();
      Instant next = earlier(earlier(due.run(), due.takeOver()), wish);
      if (next == null || next.isAfter(end)) {
        cloud.advanceTo(end);
        return;
      }
      cloud.advanceTo(next);
      if (wish != null && !wish.isAfter(cloud.now())) {
        wishes.act();
        continue;
      }
      runs++;
      ManualScheduler node = nodes.get(process.depth());
      boolean takesOver = due.takeOver() != null && !due.takeOver().isAfter(cloud.now());
      process.run(() -> round(node, takesOver));
    }
    throw new IllegalStateException("no end of runs");
  }

  /** As the scheduler's own loop: what goes wrong with the database is tried again. */
  private void round(ManualScheduler node, boolean takesOver) {
    try {
      if (takesOver) {
        node.runDeadExecutionDetection();
      }
      node.runAnyDueExecutions();
    } catch (RuntimeException failed) {
      if (process.isCalm()) {
        throw failed;
      }
    }
  }

  private Due due() {
    return Tenancy.asSystem(
        () ->
            jdbc.sql(
                    """
                    select min(execution_time) filter (where not picked),
                      min(last_heartbeat) filter (where picked)
                    from scheduled_tasks
                    """)
                .query(
                    (columns, row) ->
                        new Due(
                            time(columns.getObject(1, OffsetDateTime.class), Duration.ZERO),
                            time(
                                columns.getObject(2, OffsetDateTime.class),
                                HEARTBEAT.multipliedBy(MISSED_HEARTBEATS))))
                .single());
  }

  private static @Nullable Instant time(@Nullable OffsetDateTime time, Duration later) {
    return time == null ? null : time.toInstant().plus(later);
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  @Override
  public void close() {
    PlayedProcess.leave();
    context.close();
    cloud.close();
  }
}
