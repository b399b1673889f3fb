package dev.deckhand.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates a value on first use and keeps it. */
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
