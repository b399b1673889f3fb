package dev.deckhand.shell.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Boxes side by side, and lines between them. Of the line drawing set only heavy lines, dashes and
 * round corners are used: JLine leaves those as they are. Immutable.
 */
final class Boxes {

  /** Columns of text in a box. */
  private static final int INNER = 13;

  private static final int WHOLE = INNER + 4;
  private static final int GAP = 3;

  private final Look look;

  Boxes(Look look) {
    this.look = look;
  }

  /**
   * A box.
   *
   * @param below what stands under the name
   * @param lit whether it is to be seen
   */
  record Box(String name, String below, boolean lit) {}

  /** A row of boxes with arrows between them, and boxes under one of them that is joined to all. */
  List<AttributedString> hub(List<Box> top, int hub, List<Box> below) {
    int each = Math.max(1, (look.columns() + GAP) / (WHOLE + GAP));
    var lines = new ArrayList<>(row(top, look.marks().arrow()));
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
    var line = new Ink().put(" ".repeat(first));
    for (int column = first; column <= last; column++) {
      boolean up = column == centre;
      boolean down = isCentre(column, below.size());
      boolean left = column > first;
      boolean right = column < last;
      line.put(joint(up, down, left, right), look.palette().line());
    }
    return line.done();
  }

  private static boolean isCentre(int column, int count) {
    int place = column - centre(0);
    return place >= 0 && place % (WHOLE + GAP) == 0 && place / (WHOLE + GAP) < count;
  }

  private static int centre(int index) {
    return index * (WHOLE + GAP) + WHOLE / 2;
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
    lines.add(across(boxes, box -> side(box, Ink.of(below(box)), false), between));
    lines.add(across(boxes, box -> frame(box, "┗━┛", "╰╌╯"), ""));
    return lines;
  }

  /** A name in two lines at most. */
  private List<AttributedString> names(Box box) {
    int space = box.name().length() <= INNER ? -1 : box.name().indexOf(' ');
    var first = Ink.of(space < 0 ? box.name() : box.name().substring(0, space));
    return space < 0 ? List.of(first) : List.of(first, Ink.of(box.name().substring(space + 1)));
  }

  private String below(Box box) {
    return (box.lit() ? "● " : look.marks().open() + " ") + box.below();
  }

  private AttributedString across(
      List<Box> boxes, java.util.function.Function<Box, AttributedString> part, String between) {
    var line = new Ink();
    for (int i = 0; i < boxes.size(); i++) {
      if (i > 0) {
        line.put(between.isEmpty() ? " ".repeat(GAP) : " " + between + " ", look.palette().line());
      }
      line.put(part.apply(boxes.get(i)));
    }
    return line.done();
  }

  private AttributedString frame(Box box, String lit, String unlit) {
    String signs = box.lit() ? lit : unlit;
    return Ink.of(
        signs.charAt(0) + signs.substring(1, 2).repeat(WHOLE - 2) + signs.charAt(2), edge(box));
  }

  private AttributedString side(Box box, AttributedString text, boolean name) {
    String edge = box.lit() ? "┃" : "╎";
    var style =
        box.lit()
            ? name ? look.palette().strong() : look.palette().accent()
            : look.palette().faint();
    var inside = Lines.cut(text, INNER, look.marks().ellipsis());
    return new Ink()
        .put(edge, edge(box))
        .put(" ")
        .put(inside.toString(), style)
        .pad(WHOLE - 1)
        .put(edge, edge(box))
        .done();
  }

  private AttributedStyle edge(Box box) {
    return box.lit() ? look.palette().accent() : look.palette().line();
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
