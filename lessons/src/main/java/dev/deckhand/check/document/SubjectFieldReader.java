package dev.deckhand.check.document;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a document that say what to observe. */
final class SubjectFieldReader {

  private static final String URL =
      "https?://[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9.])?(?::[1-9]\\d{0,4})?(?:[/?][^\\s#]*)?";

  /** Source: RFC 3986, section 3.3. */
  private static final Pattern URL_CHARACTERS =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

  private static final String PATH = "(?!/)(?!.*//)[^\\p{Cntrl}\\\\]{1,500}";
  private static final String TARGET = "(container|pod)/([A-Za-z0-9][A-Za-z0-9_./-]{0,252})";
  private static final int MAX_COMMAND_LENGTH = 4000;

  private final DataPattern.Shape document;
  private final BlockDiagnostics diagnostics;

  SubjectFieldReader(DataPattern.Shape document, BlockDiagnostics diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
  }

  /** Returns the text of a field; empty if it is missing or not a text. */
  String text(String field) {
    return document.fields().get(field) instanceof DataPattern.Scalar(DataNode.Text(var text), _)
        ? text.strip()
        : "";
  }

  Optional<Subject> http() {
    return matching("url", URL, "http://front.shop.svc:8080/health")
        .filter(this::isAddress)
        .map(Subject.HttpAnswer::new);
  }

  private boolean isAddress(String url) {
    int port = new Subject.HttpAnswer(url).port();
    if (port > 65_535) {
      diagnostics.add(
          place("url"), "There is no port " + port + ".", "Write one between 1 and 65535.");
      return false;
    }
    Matcher valid = URL_CHARACTERS.matcher(url);
    if (!valid.lookingAt() || valid.end() < url.length()) {
      int bad = url.codePointAt(valid.end());
      diagnostics.add(
          place("url"),
          "The address cannot be read at \"" + Character.toString(bad) + "\".",
          "Write such a character with a percent sign, as %7C for a bar.");
      return false;
    }
    return true;
  }

  Optional<Subject> file() {
    Optional<String> path =
        matching("path", PATH, "notes/todo.txt, from the workspace's folder on");
    if (path.isPresent() && List.of(path.get().split("/", -1)).contains("..")) {
      diagnostics.add(
          place("path"), "The path leads out of the workspace.", "Leave out the \"..\" in it.");
      return Optional.empty();
    }
    return path.map(Subject.WorkspaceFile::new);
  }

  Optional<Subject> variable() {
    return matching("variable", "[A-Za-z_$][A-Za-z0-9_$]{0,100}", "count")
        .map(Subject.JavaVariable::new);
  }

  Optional<Subject> execution() {
    String where = document.fields().containsKey("in") ? text("in") : "workspace";
    // the workspace has bash; a container may only have sh
    List<String> command = command(where.equals("workspace") ? "bash" : "sh");
    if (command.isEmpty()) {
      return Optional.empty();
    }
    if (where.equals("workspace")) {
      return Optional.of(new Execution(Execution.Location.WORKSPACE, "", command));
    }
    return matching("in", TARGET, "workspace, container/web or pod/web")
        .map(target -> {
          int slash = target.indexOf('/');
          Execution.Location location =
              target.startsWith("pod") ? Execution.Location.POD : Execution.Location.CONTAINER;
          return new Execution(location, target.substring(slash + 1), command);
        });
  }

  /** A text is a line for the shell; a list is a program and its arguments. */
  private List<String> command(String shell) {
    var command = new ArrayList<String>();
    switch (document.fields().get("command")) {
      case DataPattern.Scalar(DataNode.Text(var line), _) when !line.isBlank() ->
          command.addAll(List.of(shell, "-c", line));
      case DataPattern.Elements(var words, _) ->
          words.forEach(word -> {
            if (word instanceof DataPattern.Scalar(var value, _)) {
              command.add(value.text());
            }
          });
      case DataPattern.Scalar _, DataPattern.Shape _, DataPattern.Missing _ -> {}
      case null -> {}
    }
    int length = command.stream().mapToInt(String::length).sum();
    if (command.isEmpty() || length > MAX_COMMAND_LENGTH) {
      diagnostics.add(
          place("command"),
          command.isEmpty()
              ? "The document does not say its command."
              : "The command has more than " + MAX_COMMAND_LENGTH + " characters.",
          "Write a line of shell, or a list: command: [cat, /etc/hostname].");
      return List.of();
    }
    return List.copyOf(command);
  }

  private Optional<String> matching(String field, String regex, String example) {
    String text = text(field);
    if (text.matches(regex)) {
      return Optional.of(text);
    }
    diagnostics.add(
        place(field),
        text.isEmpty()
            ? "The document does not say its " + field + "."
            : field + " cannot be \"" + text + "\".",
        "Write it like " + example + ".");
    return Optional.empty();
  }

  private SourcePosition place(String field) {
    return document.fields().getOrDefault(field, document).place();
  }
}
