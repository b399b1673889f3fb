package dev.deckhand.workshop.web.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a server says about a terminal, beside its bytes. */
final class ServerMessage {

  private ServerMessage() {}

  static String size(int columns, int rows) {
    return "{\"size\":[" + columns + "," + rows + "]}";
  }

  /** What the viewer may do: the name of a {@code SeatTerminal.Access}. */
  static String access(String access) {
    return "{\"access\":\"" + access + "\"}";
  }

  static String probe(int number) {
    return "{\"probe\":" + number + "}";
  }

  static String ended(String why) {
    return JsonNodeFactory.instance.objectNode().put("ended", why).toString();
  }
}
