package dev.deckhand.workshop.web;

import dev.deckhand.workshop.web.http.ExchangeSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the server refuses before we see it, such as a broken head: with its status alone.
 */
record BareErrors(ExchangeSettings settings) implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
    settings.putHeaders(response.getHeaders(), "default-src 'none'");
    byte[] text = ("HTTP " + response.getStatus() + "\n").getBytes(StandardCharsets.US_ASCII);
    response.write(true, ByteBuffer.wrap(text), callback);
    return true;
  }
}
