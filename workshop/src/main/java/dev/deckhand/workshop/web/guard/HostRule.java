package dev.deckhand.workshop.web.guard;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a server answers. A page of another site can let its own name point at this
 * machine and would then be of the same origin; its requests still carry that name, and are
 * refused.
 *
 * @param names host names and addresses in small letters, without ports; IPv6 addresses in brackets
 */
public record HostRule(Set<String> names) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-f:.]{2,45}]|[a-z0-9._-]{1,253})(?::([0-9]{1,5}))?");

  public HostRule {
    names = names.stream().map(HostRule::normal).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a {@code Host} header names this server. */
  public boolean allows(@Nullable String host) {
    return name(host).filter(names::contains).isPresent();
  }

  /** Whether a {@code Host} header names the machine itself, as only a program on it does. */
  public static boolean isLoopback(@Nullable String host) {
    return name(host)
        .filter(name -> Set.of("localhost", "127.0.0.1", normal("[::1]")).contains(name))
        .isPresent();
  }

  private static Optional<String> name(@Nullable String host) {
    if (host == null) {
      return Optional.empty();
    }
    var parts = AUTHORITY.matcher(host.toLowerCase(Locale.ROOT));
    return parts.matches() ? Optional.of(normal(parts.group(1))) : Optional.empty();
  }

  /** In small letters, and an IPv6 address in its long form: it has several short ones. */
  private static String normal(String name) {
    if (!name.startsWith("[") || !name.endsWith("]")) {
      return name.toLowerCase(Locale.ROOT);
    }
    try {
      return InetAddress.ofLiteral(name.substring(1, name.length() - 1)).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
