package dev.deckhand.workshop.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Under which names and addresses a server is reached. */
final class ServedNames {

  private ServedNames() {}

  /** All of them, for the check of {@code Host} headers. */
  static Set<String> all(WebSettings settings) {
    var names = new LinkedHashSet<>(settings.hostNames());
    settings.publicAddress().map(URI::getHost).ifPresent(names::add);
    InetAddress bound = bound(settings);
    if (bound.isAnyLocalAddress()) {
      addresses().forEach(address -> names.add(name(address)));
      names.addAll(List.of("localhost", "127.0.0.1", "[::1]"));
    } else {
      names.add(settings.address());
      names.add(name(bound));
      if (bound.isLoopbackAddress()) {
        names.add("localhost");
      }
    }
    return names;
  }

  /** What learners type. */
  static URI joinAddress(WebSettings settings, int port) {
    if (settings.publicAddress().isPresent()) {
      String address = settings.publicAddress().get().toString();
      return URI.create(address.endsWith("/") ? address : address + "/");
    }
    InetAddress bound = bound(settings);
    String host =
        bound.isAnyLocalAddress() ? best().map(ServedNames::name).orElse("localhost") : name(bound);
    return URI.create("http://" + host + (port == 80 ? "" : ":" + port) + "/");
  }

  private static InetAddress bound(WebSettings settings) {
    try {
      return InetAddress.getByName(settings.address());
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "the address to listen at isn't known here: " + settings.address(), unknown);
    }
  }

  /** An address of the local network, rather than one of a container's network. */
  private static Optional<InetAddress> best() {
    return addresses().stream()
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .filter(address -> !address.isLinkLocalAddress())
        .min(Comparator.comparing(address -> address.getHostAddress().startsWith("172.")));
  }

  private static List<InetAddress> addresses() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
    } catch (SocketException unreadable) {
      return List.of();
    }
  }

  private static String name(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return address instanceof Inet6Address ? "[" + plain + "]" : plain;
  }
}
