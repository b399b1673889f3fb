package dev.deckhand.shell.repl.edit;

import dev.deckhand.shell.view.style.SyntaxStyles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's line editor with additions: a suggestion after the cursor that one key accepts, a key
 * that inserts the step's commands, history search by prefix, and safe pasting.
 */
public final class LearnerLineReader extends LockingLineReader {

  /** Inserts the step's next command; pressed again, the one after it. */
  static final String NEXT_OFFER = "deckhand-next-offer";

  private static final String OLDER = "deckhand-older";
  private static final String NEWER = "deckhand-newer";

  private final CommandOffers commandOffers;
  private final SyntaxStyles styles;
  private final HistorySearch historySearch;

  LearnerLineReader(
      Terminal terminal,
      String name,
      Map<String, Object> variables,
      CommandOffers commandOffers,
      SyntaxStyles colours) {
    super(terminal, name, variables);
    this.commandOffers = commandOffers;
    this.styles = colours;
    setHistory(new BestEffortHistory());
    this.historySearch = new HistorySearch(getHistory());
    getWidgets().put(NEXT_OFFER, this::nextOffer);
    getWidgets().put(OLDER, this::older);
    getWidgets().put(NEWER, this::newer);
    for (String mode : List.of(LineReader.EMACS, LineReader.VIINS)) {
      KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(mode));
      keys.bind(new Reference(NEXT_OFFER), KeyMap.ctrl('O'));
      keys.bind(new Reference(OLDER), "\033[A", "\033OA", KeyMap.ctrl('P'));
      keys.bind(new Reference(NEWER), "\033[B", "\033OB", KeyMap.ctrl('N'));
      keys.bind(new Reference(LineReader.FORWARD_CHAR), "\033[C", "\033OC");
      keys.bind(new Reference(LineReader.END_OF_LINE), "\033[F", "\033OF");
      bind(keys, OLDER, Capability.key_up);
      bind(keys, NEWER, Capability.key_down);
    }
  }

  private void bind(KeyMap<Binding> keys, String widget, Capability capability) {
    String key = KeyMap.key(terminal, capability);
    if (key != null) {
      keys.bind(new Reference(widget), key);
    }
  }

  /**
   * The suggestion after the cursor: the rest of the step's next command, or of an earlier line.
   */
  String suggestion() {
    String typed = buf.toString();
    boolean within = buf.cursor() < buf.length() || typed.indexOf('\n') >= 0;
    boolean blank = typed.isBlank() && !typed.isEmpty();
    if (within || blank || styles.isPlain()) {
      return "";
    }
    if (typed.isEmpty()) {
      return commandOffers.next().orElse("");
    }
    return commandOffers
        .startingWith(typed)
        .or(() -> fromHistory(typed))
        .map(line -> line.substring(typed.length()))
        .orElse("");
  }

  private Optional<String> fromHistory(String typed) {
    History all = getHistory();
    for (int index = all.last(); index >= all.first() && index >= 0; index--) {
      String line = all.get(index);
      if (line.startsWith(typed) && line.length() > typed.length()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
    // the final drawing of a line has no suggestion
    boolean last = state != State.NORMAL;
    AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
    String suggestion = last || post != null ? "" : suggestion();
    if (suggestion.isEmpty()) {
      return shown;
    }
    int columns = Math.max(1, size.getColumns());
    int room = columns - 1 - shown.columnLength() % columns;
    String line = suggestion.lines().findFirst().orElse("");
    String more = line.length() < suggestion.length() ? " ..." : "";
    return new AttributedStringBuilder()
        .append(shown)
        .append(styles.suggestion(line + more, room))
        .toAttributedString();
  }

  private boolean acceptSuggestion() {
    String suggestion = suggestion();
    if (suggestion.isEmpty()) {
      return false;
    }
    buf.write(suggestion);
    return true;
  }

  @Override
  protected boolean forwardChar() {
    return acceptSuggestion() || super.forwardChar();
  }

  @Override
  protected boolean viForwardChar() {
    return acceptSuggestion() || super.viForwardChar();
  }

  @Override
  protected boolean endOfLine() {
    return acceptSuggestion() || super.endOfLine();
  }

  private boolean nextOffer() {
    return replace(commandOffers.after(buf.toString()));
  }

  private boolean older() {
    return buf.up() || replace(historySearch.older(buf.toString()));
  }

  private boolean newer() {
    return buf.down() || replace(historySearch.newer(buf.toString()));
  }

  private boolean replace(Optional<String> line) {
    line.ifPresent(text -> {
      buf.clear();
      buf.write(text);
    });
    return line.isPresent();
  }

  @Override
  public boolean beginPaste() {
    var pasted = new StringBuilder();
    while (pasted.lastIndexOf(BRACKETED_PASTE_END) < 0) {
      int key = readCharacter();
      if (key < 0) {
        break;
      }
      pasted.append((char) key);
    }
    buf.write(PasteSanitizer.sanitize(pasted.toString().replace(BRACKETED_PASTE_END, "")));
    return true;
  }
}
