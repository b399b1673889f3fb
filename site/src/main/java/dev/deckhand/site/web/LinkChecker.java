package dev.deckhand.site.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;

/** Checks every link of a site, and that ids are unique. */
public final class LinkChecker {

  private static final Set<String> REFERENCES =
      Set.of("for", "aria-labelledby", "aria-describedby", "aria-controls");
  private static final Pattern EXTERNAL_LINK = Pattern.compile("(?i)(?:https?://|mailto:).+");

  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Set<String> files;
  private final List<String> problems = new ArrayList<>();

  private LinkChecker(Set<String> files) {
    this.files = files;
  }

  /**
   * Returns errors, one line each, with the page and the id or link.
   *
   * @param pages HTML by paths
   * @param files the paths of all files
   */
  public static List<String> check(SortedMap<String, String> pages, Set<String> files) {
    var linkChecker = new LinkChecker(files);
    var attributes = new TreeMap<String, List<Attribute>>();
    pages.forEach((page, html) -> attributes.put(page, attributes(html)));
    attributes.forEach(linkChecker::collectIds);
    attributes.forEach(linkChecker::checkLinks);
    return linkChecker.problems;
  }

  private static List<Attribute> attributes(String html) {
    return Jsoup.parse(html).stream()
        .flatMap(element -> element.attributes().asList().stream())
        .toList();
  }

  private void collectIds(String page, List<Attribute> attributes) {
    var own = new HashSet<String>();
    attributes.stream()
        .filter(attribute -> attribute.getKey().equals("id"))
        .map(Attribute::getValue)
        .filter(id -> !own.add(id))
        .forEach(id -> problems.add(page + ": the id \"" + id + "\" stands twice"));
    ids.put(page, own);
  }

  private void checkLinks(String page, List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      String name = attribute.getKey();
      if (name.equals("href") || name.equals("src")) {
        checkLink(page, name, attribute.getValue());
      } else if (REFERENCES.contains(name)) {
        checkReferences(page, attribute.getValue());
      }
    }
  }

  private void checkReferences(String page, String names) {
    for (String id : names.split(" ", -1)) {
      if (!has(page, id)) {
        problems.add(page + ": there is no id \"" + id + "\" on this page");
      }
    }
  }

  private void checkLink(String page, String attribute, String target) {
    boolean inside = attribute.equals("src") && target.startsWith("data:");
    if (inside || (attribute.equals("href") && EXTERNAL_LINK.matcher(target).matches())) {
      return;
    }
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    String to = path.isEmpty() ? page : resolved(page, path);
    if (!files.contains(to)) {
      problems.add(page + ": \"" + target + "\" leads to no page");
    } else if (hash >= 0 && ids.containsKey(to) && !has(to, target.substring(hash + 1))) {
      problems.add(page + ": \"" + target + "\" leads to no id of " + to);
    }
  }

  private boolean has(String page, String id) {
    return ids.getOrDefault(page, Set.of()).contains(id);
  }

  private static String resolved(String page, String path) {
    var way = new ArrayDeque<>(List.of(page.split("/", -1)));
    way.removeLast();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (way.pollLast() == null) {
          return path;
        }
      } else {
        way.addLast(name);
      }
    }
    return String.join("/", way);
  }
}
