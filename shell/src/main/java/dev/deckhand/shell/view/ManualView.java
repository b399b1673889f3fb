package dev.deckhand.shell.view;

import dev.deckhand.manual.Answer;
import dev.deckhand.manual.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;

/** What a cluster says of its kinds and fields. Immutable. */
final class ManualView {

  private static final Set<String> PLAIN =
      Set.of("string", "integer", "boolean", "number", "[]string", "map[string]string", "");

  private final Look look;
  private final Messages messages;

  ManualView(Look look) {
    this.look = look;
    this.messages = new Messages(look);
  }

  List<AttributedString> answer(Answer answer) {
    return switch (answer) {
      case Answer.Found(var entry) -> entry(entry);
      case Answer.Unknown(var what, var within, var near) -> unknown(what, within, near);
      case Answer.Silent(var why) -> messages.say(why);
    };
  }

  private List<AttributedString> unknown(String what, String within, List<String> near) {
    String said =
        within.isEmpty()
            ? look.say(Phrase.MANUAL_NO_KIND, what)
            : look.say(Phrase.MANUAL_NO_FIELD, within, what);
    String next =
        near.isEmpty()
            ? look.say(within.isEmpty() ? Phrase.MANUAL_KINDS : Phrase.MANUAL_FIELDS, within)
            : look.say(
                Phrase.MANUAL_NEAR, (within.isEmpty() ? "" : within + ".") + near.getFirst());
    return messages.trouble(said, next);
  }

  private List<AttributedString> entry(Entry entry) {
    var parts = new ArrayList<List<AttributedString>>();
    var title = new Ink().put(entry.path(), look.palette().heading());
    var about = new ArrayList<String>();
    if (!entry.type().isEmpty()) {
      about.add(entry.type());
    }
    if (entry.required()) {
      about.add(look.say(Phrase.MANUAL_REQUIRED));
    }
    about.add(entry.apiVersion());
    String dot = " " + look.marks().dot() + " ";
    parts.add(
        Lines.joined(
            Wrap.lines(title.done(), look.measure()), messages.aside(String.join(dot, about))));
    if (!entry.words().isEmpty()) {
      parts.add(entry.words().lines().flatMap(line -> messages.say(line).stream()).toList());
    }
    if (!entry.choices().isEmpty()) {
      parts.add(messages.say(look.say(Phrase.MANUAL_CHOICES, String.join(", ", entry.choices()))));
    }
    if (!entry.fields().isEmpty()) {
      parts.add(fields(entry.fields()));
      telling(entry.fields())
          .map(field -> look.say(Phrase.MANUAL_DEEPER, entry.path() + "." + field))
          .ifPresent(deeper -> parts.add(messages.aside(deeper)));
    }
    return Lines.apart(parts);
  }

  /** The field that an example names: one that has more inside. */
  private static Optional<String> telling(List<Entry.Field> fields) {
    var deep = fields.stream().filter(field -> !PLAIN.contains(field.type())).toList();
    return deep.stream()
        .filter(field -> field.name().equals("spec"))
        .findFirst()
        .or(() -> deep.stream().filter(Entry.Field::required).findFirst())
        .or(() -> deep.stream().findFirst())
        .map(Entry.Field::name);
  }

  private List<AttributedString> fields(List<Entry.Field> fields) {
    int longest = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    int name = Math.min(longest, look.narrow() ? 16 : 28) + 2;
    var lines = new ArrayList<AttributedString>();
    for (Entry.Field field : fields) {
      var first = new Ink().put("  " + field.name(), look.palette().code());
      var rest = new Ink().put(field.type(), look.palette().accent());
      if (field.required()) {
        rest.put(" " + look.say(Phrase.MANUAL_REQUIRED), look.palette().strong());
      }
      if (!look.narrow() && !field.words().isEmpty()) {
        rest.put("  " + field.words(), look.palette().faint());
      }
      int width = look.measure() - name - 2;
      var said = Lines.cut(rest.done(), width, look.marks().ellipsis());
      boolean wide = field.name().length() > name - 2;
      if (wide) {
        lines.add(first.done());
        lines.addAll(Lines.indent(name + 2, List.of(said)));
      } else {
        lines.addAll(Lines.hang(first.pad(name + 2).done(), List.of(said)));
      }
    }
    return lines;
  }
}
