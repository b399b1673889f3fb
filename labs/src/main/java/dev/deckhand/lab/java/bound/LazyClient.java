package dev.deckhand.lab.java.bound;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that is created by its first call: creating one takes a second and some memory, and not
 * every lesson uses all of them.
 */
final class LazyClient<T> implements InvocationHandler {

  private final String description;
  private final Supplier<T> factory;
  private @Nullable T instance;

  private LazyClient(String description, Supplier<T> factory) {
    this.description = description;
    this.factory = factory;
  }

  /**
   * Returns a proxy for the client.
   *
   * @param description the result of its {@code toString}
   */
  static <T> T create(Class<T> type, String description, Supplier<T> factory) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new LazyClient<>(description, factory)));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a proxy only equals itself
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
