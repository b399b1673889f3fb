package dev.deckhand.workshop.web;

import dev.deckhand.workshop.web.http.ContentPolicy;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.PlainError;
import dev.deckhand.workshop.web.page.PageFiles;

/** The pages themselves and their files: the same for all, with nothing of anybody in them. */
final class PageRoutes {

  private final PageFiles files;

  PageRoutes(PageFiles files) {
    this.files = files;
  }

  void addTo(Routes routes) {
    routes
        .get("/", (exchange, _) -> page(exchange, "join.html"))
        .get("/seat", (exchange, _) -> page(exchange, "seat.html"))
        .get("/instructor", (exchange, _) -> page(exchange, "instructor.html"))
        .get("/instructor/projector", (exchange, _) -> page(exchange, "projector.html"))
        .get("/favicon.ico", (exchange, _) -> asset(exchange, "icon.svg"))
        .get("/healthz", (exchange, _) -> exchange.send(200, "text/plain; charset=utf-8", "ok\n"))
        .getBelow("/assets/", this::asset);
  }

  private void page(Exchange exchange, String name) {
    exchange.page(200, files.page(name).bytes());
  }

  private void asset(Exchange exchange, String name) throws PlainError {
    PageFiles.PageFile file =
        files
            .asset(name)
            .orElseThrow(() -> new PlainError(404, "There's no such file.", "Reload the page."));
    // asked again each time, as a later version of the server has other files under these names
    exchange.addHeader("Cache-Control", "no-cache").addHeader("ETag", file.tag());
    if (file.tag().equals(exchange.header("If-None-Match"))) {
      exchange.notModified();
    } else {
      exchange.send(200, file.type(), ContentPolicy.NOTHING, file.bytes());
    }
  }
}
