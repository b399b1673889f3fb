package dev.deckhand.site.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Follows every link of a site, and looks whether each id is there, once. */
public final class LinkChecker {

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\s(id|href|src|for|aria-labelledby|aria-describedby|aria-controls)=\"([^\"]*)\"");
  private static final Pattern EXTERNAL_LINK = Pattern.compile("(?i)(?:https?://|mailto:).+");

  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Set<String> files;
  private final List<String> problems = new ArrayList<>();

  private LinkChecker(Set<String> files) {
    this.files = files;
  }

  /**
   * Returns what is wrong, a line each, with the page and the id or the link.
   *
   * @param pages HTML whose attributes are in double quotes, by paths
   * @param files the paths of all there is
   */
  public static List<String> check(SortedMap<String, String> pages, Set<String> files) {
    var linkChecker = new LinkChecker(files);
    pages.forEach(linkChecker::collectIds);
    pages.forEach(linkChecker::checkLinks);
    return linkChecker.problems;
  }

  private void collectIds(String page, String html) {
    var own = new HashSet<String>();
    attributes(html)
        .filter(found -> found.group(1).equals("id"))
        .map(found -> plain(found.group(2)))
        .filter(id -> !own.add(id))
        .forEach(id -> problems.add(page + ": the id \"" + id + "\" stands twice"));
    ids.put(page, own);
  }

  private void checkLinks(String page, String html) {
    attributes(html)
        .forEach(found -> {
          String value = plain(found.group(2));
          switch (found.group(1)) {
            case "id" -> {}
            case "href", "src" -> checkLinks(page, found.group(1), value);
            default -> value.lines().forEach(ids -> checkReferences(page, ids));
          }
        });
  }

  private void checkReferences(String page, String names) {
    for (String id : names.split(" ", -1)) {
      if (!has(page, id)) {
        problems.add(page + ": there is no id \"" + id + "\" on this page");
      }
    }
  }

  private void checkLinks(String page, String attribute, String target) {
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

  private static java.util.stream.Stream<MatchResult> attributes(String html) {
    return TAG.matcher(html).results().flatMap(tag -> ATTRIBUTE.matcher(tag.group()).results());
  }

  private static String plain(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
