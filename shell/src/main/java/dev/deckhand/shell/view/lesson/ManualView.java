package dev.deckhand.shell.view.lesson;

import dev.deckhand.manual.ManualEntry;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;

/** A cluster's documentation of kinds and fields. Immutable. */
public final class ManualView {

  private static final Set<String> PLAIN =
      Set.of("string", "integer", "boolean", "number", "[]string", "map[string]string", "");

  private final RenderContext context;
  private final NoticeView noticeView;

  public ManualView(RenderContext context) {
    this.context = context;
    this.noticeView = new NoticeView(context);
  }

  public List<AttributedString> answer(ManualLookupResult manualLookupResult) {
    return switch (manualLookupResult) {
      case ManualLookupResult.Found(var manualEntry) -> entry(manualEntry);
      case ManualLookupResult.NotFound(var what, var within, var near) ->
          unknown(what, within, near);
      case ManualLookupResult.Unavailable(var why) -> noticeView.text(why);
    };
  }

  private List<AttributedString> unknown(String what, String within, List<String> near) {
    String said =
        within.isEmpty()
            ? context.format(TextKey.MANUAL_NO_KIND, what)
            : context.format(TextKey.MANUAL_NO_FIELD, within, what);
    String next =
        near.isEmpty()
            ? context.format(
                within.isEmpty() ? TextKey.MANUAL_KINDS : TextKey.MANUAL_FIELDS, within)
            : context.format(
                TextKey.MANUAL_NEAR, (within.isEmpty() ? "" : within + ".") + near.getFirst());
    return noticeView.error(said, next);
  }

  private List<AttributedString> entry(ManualEntry manualEntry) {
    var parts = new ArrayList<List<AttributedString>>();
    var title = new StyledLineBuilder().append(manualEntry.path(), context.palette().heading());
    var about = new ArrayList<String>();
    if (!manualEntry.type().isEmpty()) {
      about.add(manualEntry.type());
    }
    if (manualEntry.required()) {
      about.add(context.format(TextKey.MANUAL_REQUIRED));
    }
    about.add(manualEntry.apiVersion());
    String dot = " " + context.glyphs().dot() + " ";
    parts.add(
        LineLayout.concatenated(
            LineWrapper.wrap(title.build(), context.textWidth()),
            noticeView.sideNote(String.join(dot, about))));
    if (!manualEntry.description().isEmpty()) {
      parts.add(
          manualEntry
              .description()
              .lines()
              .flatMap(line -> noticeView.text(line).stream())
              .toList());
    }
    if (!manualEntry.allowedValues().isEmpty()) {
      parts.add(
          noticeView.text(
              context.format(
                  TextKey.MANUAL_CHOICES, String.join(", ", manualEntry.allowedValues()))));
    }
    if (!manualEntry.fields().isEmpty()) {
      parts.add(fields(manualEntry.fields()));
      exampleField(manualEntry.fields())
          .map(field -> context.format(TextKey.MANUAL_DEEPER, manualEntry.path() + "." + field))
          .ifPresent(deeper -> parts.add(noticeView.sideNote(deeper)));
    }
    return LineLayout.separated(parts);
  }

  /** The field that an example names: one that has more inside. */
  private static Optional<String> exampleField(List<ManualEntry.Field> fields) {
    var deep = fields.stream().filter(field -> !PLAIN.contains(field.type())).toList();
    return deep.stream()
        .filter(field -> field.name().equals("spec"))
        .findFirst()
        .or(() -> deep.stream().filter(ManualEntry.Field::required).findFirst())
        .or(() -> deep.stream().findFirst())
        .map(ManualEntry.Field::name);
  }

  private List<AttributedString> fields(List<ManualEntry.Field> fields) {
    int longest = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    int name = Math.min(longest, context.isNarrow() ? 16 : 28) + 2;
    var lines = new ArrayList<AttributedString>();
    for (ManualEntry.Field field : fields) {
      var first = new StyledLineBuilder().append("  " + field.name(), context.palette().code());
      var rest = new StyledLineBuilder().append(field.type(), context.palette().accent());
      if (field.required()) {
        rest.append(" " + context.format(TextKey.MANUAL_REQUIRED), context.palette().strong());
      }
      if (!context.isNarrow() && !field.summary().isEmpty()) {
        rest.append("  " + field.summary(), context.palette().faint());
      }
      int width = context.textWidth() - name - 2;
      var said = LineLayout.truncate(rest.build(), width, context.glyphs().ellipsis());
      boolean wide = field.name().length() > name - 2;
      if (wide) {
        lines.add(first.build());
        lines.addAll(LineLayout.indent(name + 2, List.of(said)));
      } else {
        lines.addAll(LineLayout.prefixed(first.pad(name + 2).build(), List.of(said)));
      }
    }
    return lines;
  }
}
