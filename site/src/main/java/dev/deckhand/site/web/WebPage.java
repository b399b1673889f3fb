package dev.deckhand.site.web;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What is on a page of the site.
 *
 * @param path where it lies, seen from the site's top
 * @param description for whoever lists the page
 * @param styleClass a word by which the style knows it
 * @param breadcrumbs the way that leads here
 * @param content what stands below the title
 * @param aside what stands beside it
 */
record WebPage(
    String path,
    String title,
    String description,
    String styleClass,
    List<Element> breadcrumbs,
    List<Element> content,
    List<Element> aside) {
  WebPage {
    breadcrumbs = List.copyOf(breadcrumbs);
    content = List.copyOf(content);
    aside = List.copyOf(aside);
  }
}
