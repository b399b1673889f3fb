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
final class LazyClient<T> implements InvocationHandler {

  private final String description;
  private final Supplier<T> factory;
  private @Nullable T instance;

  private LazyClient(String spoken, Supplier<T> maker) {
    this.description = spoken;
    this.factory = maker;
  }

  /**
   * Returns it.
   *
   * @param spoken what it prints as
   */
  static <T> T create(Class<T> type, String spoken, Supplier<T> maker) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new LazyClient<>(spoken, maker)));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // equal is itself alone
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "toString" -> description;
        case "hashCode" -> System.identityHashCode(proxy);
        default -> arguments != null && proxy == arguments[0];
      };
    }
    try {
      return method.invoke(instance(), arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private synchronized T instance() {
    T known = instance;
    if (known == null) {
      known = factory.get();
      instance = known;
    }
    return known;
  }
}
