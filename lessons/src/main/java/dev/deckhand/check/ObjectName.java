package dev.deckhand.check;

/** What an object is called, by whichever API returned it. */
final class ObjectName {
  private ObjectName() {}

  /** Returns the name of a Kubernetes or Docker object, or {@code one without a name}. */
  static String of(Node object) {
    String name = object.at("metadata", "name").text();
    if (name.isEmpty()) {
      // Docker puts a slash before a container's name
      name = object.at("Name").text().replaceFirst("^/", "");
    }
    if (name.isEmpty()
        && object.at("RepoTags") instanceof Node.Items(var tags)
        && !tags.isEmpty()) {
      name = tags.getFirst().text();
    }
    if (name.isEmpty()) {
      String id = object.at("Id").text();
      name = id.length() > 19 ? id.substring(0, 19) : id;
    }
    return name.isEmpty() ? "one without a name" : Words.clean(name);
  }

  /** Returns the object as a learner would say it: {@code Pod "front-5d9"}. */
  static String spoken(Subject subject, Node object) {
    if (subject.name() != null) {
      return subject.spoken();
    }
    return subject.kindWord() + " \"" + of(object) + "\"";
  }
}
