package dev.deckhand.site.web;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What is on a page of the site.
 *
 * @param path relative to the site's root
 * @param description for search engines
 * @param styleClass its CSS class
 * @param breadcrumbs its breadcrumbs
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
