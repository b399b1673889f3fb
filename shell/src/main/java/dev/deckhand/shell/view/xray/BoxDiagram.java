package dev.deckhand.shell.view.xray;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Boxes side by side, and lines between them. Of the line drawing set only heavy lines, dashes and
 * round corners are used: JLine leaves those as they are. Immutable.
 */
final class BoxDiagram {

  /** Columns of text in a box. */
  private static final int TEXT_WIDTH = 13;

  private static final int BOX_WIDTH = TEXT_WIDTH + 4;
  private static final int GAP = 3;

  private final RenderContext context;

  BoxDiagram(RenderContext context) {
    this.context = context;
  }

  /**
   * A box.
   *
   * @param below what stands under the name
   * @param highlighted whether it is to be seen
   */
  record Box(String name, String below, boolean highlighted) {}

  /** A row of boxes with arrows between them, and boxes under one of them that is joined to all. */
  List<AttributedString> hub(List<Box> top, int hub, List<Box> below) {
    int each = Math.max(1, (context.columns() + GAP) / (BOX_WIDTH + GAP));
    var lines = new ArrayList<>(row(top, context.glyphs().arrow()));
    for (int from = 0; from < below.size(); from += each) {
      var some = below.subList(from, Math.min(below.size(), from + each));
      if (from == 0) {
        lines.add(bus(hub, some));
      }
      lines.addAll(row(some, " "));
    }
    return lines;
  }

  private AttributedString bus(int hub, List<Box> below) {
    int centre = centre(hub);
    int last = Math.max(centre, centre(below.size() - 1));
    int first = Math.min(centre, centre(0));
    var line = new StyledLineBuilder().append(" ".repeat(first));
    for (int column = first; column <= last; column++) {
      boolean up = column == centre;
      boolean down = isCentre(column, below.size());
      boolean left = column > first;
      boolean right = column < last;
      line.append(joint(up, down, left, right), context.palette().rule());
    }
    return line.build();
  }

  private static boolean isCentre(int column, int count) {
    int place = column - centre(0);
    return place >= 0 && place % (BOX_WIDTH + GAP) == 0 && place / (BOX_WIDTH + GAP) < count;
  }

  private static int centre(int index) {
    return index * (BOX_WIDTH + GAP) + BOX_WIDTH / 2;
  }

  private static String joint(boolean up, boolean down, boolean left, boolean right) {
    if (up && down) {
      return left && right ? "╋" : left ? "┫" : right ? "┣" : "┃";
    }
    if (up) {
      return left && right ? "┻" : left ? "┛" : "┗";
    }
    if (down) {
      return left && right ? "┳" : left ? "┓" : "┏";
    }
    return "━";
  }

  private List<AttributedString> row(List<Box> boxes, String between) {
    var names = boxes.stream().map(this::names).toList();
    int height = names.stream().mapToInt(List::size).max().orElse(1);
    var lines = new ArrayList<AttributedString>();
    lines.add(across(boxes, box -> frame(box, "┏━┓", "╭╌╮"), ""));
    for (int y = 0; y < height; y++) {
      int at = y;
      lines.add(
          across(
              boxes,
              box -> {
                var name = names.get(boxes.indexOf(box));
                return side(box, at < name.size() ? name.get(at) : AttributedString.EMPTY, true);
              },
              ""));
    }
    lines.add(across(boxes, box -> side(box, StyledLineBuilder.of(caption(box)), false), between));
    lines.add(across(boxes, box -> frame(box, "┗━┛", "╰╌╯"), ""));
    return lines;
  }

  /** A name in two lines at most. */
  private List<AttributedString> names(Box box) {
    int space = box.name().length() <= TEXT_WIDTH ? -1 : box.name().indexOf(' ');
    var first = StyledLineBuilder.of(space < 0 ? box.name() : box.name().substring(0, space));
    return space < 0
        ? List.of(first)
        : List.of(first, StyledLineBuilder.of(box.name().substring(space + 1)));
  }

  private String caption(Box box) {
    return (box.highlighted() ? "● " : context.glyphs().open() + " ") + box.below();
  }

  private AttributedString across(
      List<Box> boxes, java.util.function.Function<Box, AttributedString> part, String between) {
    var line = new StyledLineBuilder();
    for (int i = 0; i < boxes.size(); i++) {
      if (i > 0) {
        line.append(
            between.isEmpty() ? " ".repeat(GAP) : " " + between + " ", context.palette().rule());
      }
      line.append(part.apply(boxes.get(i)));
    }
    return line.build();
  }

  private AttributedString frame(Box box, String lit, String unlit) {
    String signs = box.highlighted() ? lit : unlit;
    return StyledLineBuilder.of(
        signs.charAt(0) + signs.substring(1, 2).repeat(BOX_WIDTH - 2) + signs.charAt(2), edge(box));
  }

  private AttributedString side(Box box, AttributedString text, boolean name) {
    String edge = box.highlighted() ? "┃" : "╎";
    var style =
        box.highlighted()
            ? name ? context.palette().strong() : context.palette().accent()
            : context.palette().faint();
    var inside = LineLayout.truncate(text, TEXT_WIDTH, context.glyphs().ellipsis());
    return new StyledLineBuilder()
        .append(edge, edge(box))
        .append(" ")
        .append(inside.toString(), style)
        .pad(BOX_WIDTH - 1)
        .append(edge, edge(box))
        .build();
  }

  private AttributedStyle edge(Box box) {
    return box.highlighted() ? context.palette().accent() : context.palette().rule();
  }

  /** {@code 3 5-7} for 3, 5, 6 and 7. */
  static String ranges(List<Integer> numbers) {
    var words = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < numbers.size(); i++) {
      boolean ends = i + 1 == numbers.size() || numbers.get(i + 1) != numbers.get(i) + 1;
      if (ends) {
        int first = numbers.get(from);
        int last = numbers.get(i);
        words.add(first == last ? "" + first : first + (last == first + 1 ? " " : "-") + last);
        from = i + 1;
      }
    }
    return String.join(" ", words);
  }
}
