package dev.deckhand.lab.java.bound;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first used: a client takes a second and some memory, and not
 * every lesson uses each.
 */
final class Lazily<T> implements InvocationHandler {

  private final String spoken;
  private final Supplier<T> maker;
  private @Nullable T made;

  private Lazily(String spoken, Supplier<T> maker) {
    this.spoken = spoken;
    this.maker = maker;
  }

  /**
   * Returns it.
   *
   * @param spoken what it prints as
   */
  static <T> T made(Class<T> type, String spoken, Supplier<T> maker) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Lazily<>(spoken, maker)));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // equal is itself alone
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "toString" -> spoken;
        case "hashCode" -> System.identityHashCode(proxy);
        default -> arguments != null && proxy == arguments[0];
      };
    }
    try {
      return method.invoke(real(), arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private synchronized T real() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
