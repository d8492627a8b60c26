package onair.awslocal.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects in memory up to a number of bytes, and at most one fetch per object at a time however
 * many viewers ask. A fetch runs on its own thread: a viewer that leaves disturbs nobody.
 */
final class ObjectCache {

  /** An object on its way, and whether this caller was the one who sent for it. */
  record Lookup(CompletableFuture<StoredObject> object, boolean hit) {}

  private static final Executor FETCHERS =
      work -> Thread.ofVirtual().name("edge-fetch").start(work);

  private final InstantSource clock;
  private final Cache<CacheKey, StoredObject> objects;
  private final ConcurrentHashMap<CacheKey, CompletableFuture<StoredObject>> fetches =
      new ConcurrentHashMap<>();
  private final AtomicLong purges = new AtomicLong();

  ObjectCache(InstantSource clock, long maxBytes) {
    this.clock = clock;
    this.objects =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<CacheKey, StoredObject>weigher((key, object) -> object.weight())
            .build();
  }

  /**
   * The fresh object, or the fetch that is under way, or a new one.
   *
   * @param fetch makes the object with its lifetime; what it throws reaches everyone who waits
   */
  Lookup find(CacheKey key, Supplier<StoredObject> fetch) {
    StoredObject fresh = fresh(key);
    if (fresh != null) {
      return new Lookup(CompletableFuture.completedFuture(fresh), true);
    }
    CompletableFuture<StoredObject> mine = new CompletableFuture<>();
    CompletableFuture<StoredObject> running = fetches.putIfAbsent(key, mine);
    if (running != null) {
      return new Lookup(running, true);
    }
    // A fetch may have ended between the look and the claim; its object is in the cache before its
    // claim goes.
    StoredObject justStored = fresh(key);
    if (justStored != null) {
      fetches.remove(key, mine);
      mine.complete(justStored);
      return new Lookup(mine, true);
    }
    FETCHERS.execute(() -> run(key, fetch, mine));
    return new Lookup(mine, false);
  }

  /** Fetches for this caller alone and keeps nothing. */
  Lookup single(Supplier<StoredObject> fetch) {
    return new Lookup(CompletableFuture.supplyAsync(fetch, FETCHERS), false);
  }

  /** Forgets objects; fetches that began before are not kept either, and nobody new joins them. */
  void purge(Predicate<CacheKey> named) {
    purges.incrementAndGet();
    fetches.keySet().removeIf(named);
    objects.asMap().keySet().removeIf(named);
  }

  private @Nullable StoredObject fresh(CacheKey key) {
    StoredObject object = objects.getIfPresent(key);
    return object != null && object.isFreshAt(clock.instant()) ? object : null;
  }

  @SuppressWarnings(
      "CatchingUnchecked") // whatever a fetch throws, those who wait for it must hear of it
  private void run(
      CacheKey key, Supplier<StoredObject> fetch, CompletableFuture<StoredObject> fetched) {
    long purgesBefore = purges.get();
    try {
      StoredObject object = fetch.get();
      Instant now = clock.instant();
      if (object.isFreshAt(now)) {
        objects.put(key, object);
        if (purges.get() != purgesBefore) {
          objects.invalidate(key);
        }
      }
      fetches.remove(key, fetched);
      fetched.complete(object);
    } catch (Throwable e) {
      fetches.remove(key, fetched);
      fetched.completeExceptionally(e);
    }
  }
}
