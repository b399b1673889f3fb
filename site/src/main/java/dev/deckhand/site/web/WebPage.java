package dev.deckhand.site.web;

/**
 * A page of the site, but for what AsciiDoc makes of it.
 *
 * @param path where it lies, seen from the site's top
 * @param title plain text
 * @param description plain text for whoever lists the page
 * @param styleClass a word by which the style knows it
 * @param breadcrumbs HTML of the way that leads here
 * @param htmlBefore HTML between the title and what is written
 * @param adoc AsciiDoc to be rendered in between; empty for none
 * @param course whose pictures that shows; empty for none
 * @param htmlAfter HTML below it
 * @param aside HTML beside all; empty for none
 */
public record WebPage(
    String path,
    String title,
    String description,
    String styleClass,
    String breadcrumbs,
    String htmlBefore,
    String adoc,
    String course,
    String htmlAfter,
    String aside) {

  /** A page that nothing is rendered for. */
  static WebPage plain(
      String path, String title, String description, String kind, String crumbs, String content) {
    return new WebPage(path, title, description, kind, crumbs, content, "", "", "", "");
  }
}
