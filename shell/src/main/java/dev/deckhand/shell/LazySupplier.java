package dev.deckhand.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, and then kept. */
final class LazySupplier<T> implements Supplier<T> {

  private final Supplier<T> factory;
  private @Nullable T value;

  LazySupplier(Supplier<T> maker) {
    this.factory = maker;
  }

  @Override
  public synchronized T get() {
    T kept = value;
    if (kept == null) {
      kept = factory.get();
      value = kept;
    }
    return kept;
  }
}
