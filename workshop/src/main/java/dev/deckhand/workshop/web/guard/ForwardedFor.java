package dev.deckhand.workshop.web.guard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request comes from. Anybody can write an {@code X-Forwarded-For} header, so it counts
 * only behind a proxy that adds to it, and then only what that proxy added, which stands last.
 *
 * @param trusted whether there is such a proxy before the server
 */
public record ForwardedFor(boolean trusted) {

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  /**
   * The address of the client.
   *
   * @param socketAddress of the connection
   * @param headers the values of {@code X-Forwarded-For}
   */
  public String client(String socketAddress, List<String> headers) {
    if (!trusted || headers.isEmpty()) {
      return socketAddress;
    }
    String[] hops = headers.getLast().split(",", -1);
    String last = hops[hops.length - 1].strip();
    return ADDRESS.matcher(last).matches() ? last : socketAddress;
  }
}
