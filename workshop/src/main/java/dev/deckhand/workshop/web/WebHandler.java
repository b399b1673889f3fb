package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.web.guard.ForwardedFor;
import dev.deckhand.workshop.web.guard.HostRule;
import dev.deckhand.workshop.web.guard.OriginRule;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.ExchangeSettings;
import dev.deckhand.workshop.web.http.PlainError;
import dev.deckhand.workshop.web.page.PageFiles;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes each request: who may ask, who answers, and what is written down about it. */
final class WebHandler extends Handler.Abstract {

  private final Routes routes;
  private final PageFiles pages;
  private final HostRule hostRule;
  private final OriginRule originRule;
  private final ForwardedFor forwardedFor;
  private final ExchangeSettings settings;
  private final ConnectionGuard guard;
  private final WebFigures figures;
  private final Consumer<String> accessLog;

  WebHandler(
      Routes routes,
      PageFiles pages,
      HostRule hostRule,
      OriginRule originRule,
      ForwardedFor forwardedFor,
      ExchangeSettings settings,
      ConnectionGuard guard,
      WebFigures figures,
      Consumer<String> accessLog) {
    this.routes = routes;
    this.pages = pages;
    this.hostRule = hostRule;
    this.originRule = originRule;
    this.forwardedFor = forwardedFor;
    this.settings = settings;
    this.guard = guard;
    this.figures = figures;
    this.accessLog = accessLog;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    guard.begin(request);
    String client =
        forwardedFor.client(
            Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
    var exchange = new Exchange(request, response, callback, settings, client);
    long begun = System.nanoTime();
    Request.addCompletionListener(
        request, _ -> writeDown(exchange, response.getStatus(), System.nanoTime() - begun));
    try {
      answer(exchange);
    } catch (Refusal refusal) {
      figures.refused(refusal.reason().name());
      if (!exchange.isAnswered()) {
        exchange.refuse(refusal);
      }
    } catch (PlainError error) {
      figures.refused("HTTP_" + error.status());
      if (!exchange.isAnswered()) {
        exchange.refuse(error.status(), "HTTP", error.problem(), error.remedy());
      }
    } catch (RuntimeException fault) {
      fail(exchange, fault);
    }
    return true;
  }

  private void fail(Exchange exchange, RuntimeException fault) {
    if (exchange.isAnswered()) {
      exchange.callback().failed(fault);
    } else {
      exchange.refuse(
          503,
          "UNAVAILABLE",
          "The workshop can't answer now.",
          "Your work is safe. Try again in a moment.");
    }
  }

  private void answer(Exchange exchange) throws Refusal, PlainError {
    String host = exchange.header("Host");
    if (exchange.headers("Host").size() != 1 || !hostRule.allows(host)) {
      throw new PlainError(
          421,
          "This server isn't known under that name.",
          "Use the address that the instructor shows, or start the server with the option that adds"
              + " a host name.");
    }
    boolean changes = !exchange.method().equals("GET") && !exchange.method().equals("HEAD");
    boolean upgrades = exchange.header("Upgrade") != null;
    if ((changes || upgrades)
        && (exchange.headers("Origin").size() > 1
            || !originRule.allows(
                exchange.header("Origin"), exchange.header("Sec-Fetch-Site"), exchange.host()))) {
      throw new PlainError(
          403,
          "The request comes from a page of another site.",
          "Open the workshop's own page, and do it there.");
    }
    if (!routes.answer(exchange)) {
      notFound(exchange);
    }
  }

  private void notFound(Exchange exchange) throws PlainError {
    if (Optional.ofNullable(exchange.header("Accept")).orElse("").contains("text/html")) {
      exchange.page(404, pages.page("not-found.html").bytes());
    } else {
      throw new PlainError(404, "There's no such page.", "The workshop begins at /.");
    }
  }

  /** Neither a query nor a header is written down: whatever is secret would be there. */
  private void writeDown(Exchange exchange, int status, long nanos) {
    figures.answered(status);
    String path = exchange.path();
    accessLog.accept(
        "%s %s %s %d %d ms"
            .formatted(
                exchange.client(),
                printable(exchange.method(), 12),
                printable(path, 120),
                status,
                nanos / 1_000_000));
  }

  private static String printable(String text, int most) {
    String shown = text.length() > most ? text.substring(0, most) + "..." : text;
    return shown.replaceAll("[^!-~]", "?");
  }
}
