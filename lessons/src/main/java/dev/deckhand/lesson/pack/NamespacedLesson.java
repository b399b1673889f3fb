package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.deckhand.lesson.Lesson;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies of a lesson in which its namespace has another name, for learners who share a cluster. The
 * name is replaced wherever it stands as a whole: in the text, commands, addresses and checks. The
 * compiler sees to it that such a name isn't a word of the language.
 */
public final class NamespacedLesson {

  /** These fields say which lesson it is. */
  private static final Set<String> IDENTITY = Set.of("id", "file");

  private NamespacedLesson() {}

  /**
   * The copy.
   *
   * @param namespace a DNS label
   */
  public static Lesson of(Lesson lesson, String namespace) {
    ObjectMapper mapper = PackFormat.mapper();
    ObjectNode tree = mapper.valueToTree(lesson);
    Pattern name = pattern(lesson.needs().namespace());
    String replacement = Matcher.quoteReplacement(namespace);
    tree.properties()
        .forEach(field -> {
          if (!IDENTITY.contains(field.getKey())) {
            field.setValue(replace(field.getValue(), name, replacement));
          }
        });
    try {
      return mapper.treeToValue(tree, Lesson.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a lesson can be read as it's written", impossible);
    }
  }

  /** The text with the lesson's namespace replaced by another one. */
  public static String replace(String text, String namespace, String replacement) {
    return pattern(namespace).matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
  }

  /** The name where no letter, digit or hyphen is beside it. */
  private static Pattern pattern(String namespace) {
    return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(namespace) + "(?![A-Za-z0-9-])");
  }

  private static JsonNode replace(JsonNode value, Pattern name, String replacement) {
    switch (value) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(field -> field.setValue(replace(field.getValue(), name, replacement)));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, replace(array.get(i), name, replacement));
        }
      }
      case TextNode text -> {
        return TextNode.valueOf(name.matcher(text.textValue()).replaceAll(replacement));
      }
      default -> {
        // numbers and the like have no names in them
      }
    }
    return value;
  }
}
