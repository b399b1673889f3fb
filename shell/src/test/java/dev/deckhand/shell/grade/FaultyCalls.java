package dev.deckhand.shell.grade;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of interfaces, and fails at one of them, or from one of them on. Calls in
 * several threads are counted together.
 */
public final class FaultyCalls {

  /** What happens instead of a call. */
  @FunctionalInterface
  public interface Fault {
    void occur() throws Throwable;
  }

  private final AtomicInteger calls = new AtomicInteger();
  private final int from;
  private final int to;
  private final Fault fault;

  private FaultyCalls(int from, int to, Fault fault) {
    this.from = from;
    this.to = to;
    this.fault = fault;
  }

  /** Nothing fails. */
  public static FaultyCalls none() {
    return new FaultyCalls(Integer.MAX_VALUE, Integer.MAX_VALUE, () -> {});
  }

  /** One call fails, counted from 1. */
  public static FaultyCalls at(int call, Fault fault) {
    return new FaultyCalls(call, call, fault);
  }

  /** A call and all that follow it fail. */
  public static FaultyCalls from(int call, Fault fault) {
    return new FaultyCalls(call, Integer.MAX_VALUE, fault);
  }

  /** How many calls there were. */
  public int count() {
    return calls.get();
  }

  /** The same object, with its calls counted. */
  public <T> T counted(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getDeclaringClass() != Object.class) {
                int call = calls.incrementAndGet();
                if (call >= from && call <= to) {
                  fault.occur();
                }
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              }
            }));
  }
}
