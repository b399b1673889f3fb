package dev.deckhand.workshop.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests as they stand in the list, with places for what is known only at run time. */
final class Requests {

  private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+)\\*([0-9]+)}");

  private Requests() {}

  /** A word as it stands in a cookie. */
  static String encoded(String word) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(word.getBytes(StandardCharsets.UTF_8));
  }

  static String cookie(String token) {
    return "Cookie: deckhand-seat=" + encoded(token) + "\r\n";
  }

  /** The headers of a request of one of our pages. */
  static String own(AttackedServer server, String token) {
    return ours(server) + "\r\n" + cookie(token);
  }

  private static String ours(AttackedServer server) {
    return "Host: "
        + server.host()
        + "\r\nOrigin: "
        + server.origin()
        + "\r\nSec-Fetch-Site: same-origin\r\nConnection: close";
  }

  /** Sends a head, and returns the answer. */
  static String send(AttackedServer server, String first, String headers) throws IOException {
    return send(server.port(), first + "\r\n" + headers + "\r\n");
  }

  /** Sends bytes, and returns all that comes until the server closes; empty where it refuses. */
  static String send(int port, String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException refused) {
        // the answer may have been sent before
      }
      return read(socket);
    }
  }

  private static String read(Socket socket) {
    var read = new StringBuilder();
    try {
      for (int one = socket.getInputStream().read();
          one >= 0;
          one = socket.getInputStream().read()) {
        read.append((char) one);
      }
    } catch (java.net.SocketTimeoutException open) {
      throw new AssertionError("the server doesn't close; it sent: " + read, open);
    } catch (IOException reset) {
      // what was refused may be reset
    }
    return read.toString();
  }

  /** The status of an answer; 0 where the server closed without one. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  /**
   * Writes a request of the list: lines of a head, texts after an empty line as they are, or an
   * object, which is sent as JSON with the headers that it needs.
   */
  static String written(JsonNode lines, ControlSeat seat, Map<String, String> replaced) {
    var head = new StringBuilder();
    boolean body = false;
    for (JsonNode line : lines) {
      String text = line.isObject() ? line.toString() : line.asText();
      for (Map.Entry<String, String> one : replaced.entrySet()) {
        text = text.replace(one.getKey(), one.getValue());
      }
      text = filled(text, seat);
      if (line.isObject()) {
        String bytes = bytes(text);
        head.append("Content-Type: application/json\r\nContent-Length: ")
            .append(bytes.length())
            .append("\r\n\r\n")
            .append(bytes);
        return head.toString();
      }
      if (head.isEmpty() && !text.contains(" HTTP/")) {
        text += " HTTP/1.1";
      }
      head.append(bytes(text)).append(body ? "" : "\r\n");
      body |= text.isEmpty();
    }
    return body ? head.toString() : head + "\r\n";
  }

  /** UTF-8, each byte as a character. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  static String filled(String text, ControlSeat seat) {
    AttackedServer server = seat.server();
    String filled =
        text.replace("{own}", ours(server))
            .replace("{host}", server.host())
            .replace("{origin}", server.origin())
            .replace("{port}", Integer.toString(server.port()))
            .replace("{code}", AttackedServer.CODE)
            .replace("{ann}", "deckhand-seat=" + encoded(seat.ann().token()))
            .replace("{eve}", "deckhand-seat=" + encoded(seat.eve().token()))
            .replace("{ina}", "deckhand-instructor=" + encoded(seat.instructor()))
            .replace("{ann-token}", seat.ann().token())
            .replace("{ann-key}", seat.ann().returnKey())
            .replace("{ann-seat}", seat.ann().seat().value())
            .replace("{eve-key}", seat.eve().returnKey())
            .replace("{eve-token}", seat.eve().token())
            .replace("{eve-as-instructor}", "deckhand-instructor=" + encoded(seat.eve().token()))
            .replace("{ina-as-seat}", "deckhand-seat=" + encoded(seat.instructor()))
            .replace("{ina-token}", seat.instructor());
    if (filled.contains("{fresh}")) {
      filled = filled.replace("{fresh}", seat.freshName());
    }
    Matcher repeated = REPEATED.matcher(filled);
    return repeated.replaceAll(
        match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
  }
}
