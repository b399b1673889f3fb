package dev.deckhand.workshop.store;

import dev.deckhand.workshop.store.DatabaseAddress.PostgresServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes user and password out of an address of PostgreSQL, so that the driver gets them apart from
 * it: it puts addresses into messages. For the same reason, nothing of a wrong address is repeated
 * here.
 */
final class PostgresUrl {

  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?://(?:(?<login>[^/?#]*)@)?(?<hosts>"
              + HOST
              + "(?:,"
              + HOST
              + ")*)?/?)?(?<database>[^/?#@:]*)(?:\\?(?<options>[^#]*))?");

  private PostgresUrl() {}

  /**
   * Reads what follows the scheme.
   *
   * @param password goes before one in the address
   */
  static PostgresServer read(String address, Optional<String> password) throws StoreUnavailable {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      throw notUnderstood();
    }
    Optional<String> user = Optional.empty();
    Optional<String> secret = Optional.empty();
    List<String> options = new ArrayList<>();
    for (String option : group(parts, "options").split("&", -1)) {
      if (option.startsWith("user=")) {
        user = Optional.of(text(option.substring("user=".length())));
      } else if (option.startsWith("password=")) {
        secret = Optional.of(text(option.substring("password=".length())));
      } else if (option.matches("[A-Za-z_]+=.*")) {
        options.add(option);
      } else if (!option.isEmpty()) {
        throw notUnderstood();
      }
    }
    String[] login = group(parts, "login").split(":", 2);
    if (!login[0].isEmpty()) {
      user = Optional.of(text(login[0]));
    }
    if (login.length > 1) {
      secret = Optional.of(text(login[1]));
    }
    String hosts = group(parts, "hosts");
    String url =
        "jdbc:postgresql://"
            + (hosts.isEmpty() ? "localhost" : hosts)
            + "/"
            + group(parts, "database")
            + (options.isEmpty() ? "" : "?" + String.join("&", options));
    return new PostgresServer(url, user, password.isPresent() ? password : secret);
  }

  private static String group(Matcher parts, String name) {
    String found = parts.group(name);
    return found == null ? "" : found;
  }

  private static String text(String escaped) throws StoreUnavailable {
    try {
      // a plus is a plus here, as it is for PostgreSQL's own programs
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrongEscape) {
      throw notUnderstood();
    }
  }

  private static StoreUnavailable notUnderstood() {
    return new StoreUnavailable(
        "The address of the PostgreSQL database isn't understood. Next: write it as"
            + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %2F, %3A, %40, %3F, %23 and %25"
            + " for / : @ ? # and % in the password, or give the password by the environment.");
  }
}
