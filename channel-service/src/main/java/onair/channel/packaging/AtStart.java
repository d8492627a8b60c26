package onair.channel.packaging;

import org.springframework.context.SmartLifecycle;

/** Something done once when the application has started. */
final class AtStart implements SmartLifecycle {

  private final Runnable action;
  private volatile boolean running;

  AtStart(Runnable action) {
    this.action = action;
  }

  @Override
  public void start() {
    action.run();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
