package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.ValueFormatter;

/** The names of objects, whichever API returned them. */
final class ObjectDisplayName {
  private ObjectDisplayName() {}

  /** Returns the name of a Kubernetes or Docker object, or {@code one without a name}. */
  static String of(DataNode object) {
    String name = object.at("metadata", "name").text();
    if (name.isEmpty()) {
      // Docker puts a slash before a container's name
      name = object.at("Name").text().replaceFirst("^/", "");
    }
    if (name.isEmpty()) {
      // a release of Helm
      name = object.at("name").text();
    }
    if (name.isEmpty()
        && object.at("RepoTags") instanceof DataNode.Items(var tags)
        && !tags.isEmpty()) {
      name = tags.getFirst().text();
    }
    if (name.isEmpty()) {
      String id = object.at("Id").text();
      name = id.length() > 19 ? id.substring(0, 19) : id;
    }
    return name.isEmpty() ? "one without a name" : ValueFormatter.sanitize(name);
  }

  /** Returns the object in words: {@code Pod "front-5d9"}. */
  static String withKind(Subject subject, DataNode object) {
    if (subject.name() != null) {
      return subject.displayName();
    }
    return subject.kindName() + " \"" + of(object) + "\"";
  }
}
