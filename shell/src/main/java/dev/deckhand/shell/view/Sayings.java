package dev.deckhand.shell.view;

import dev.deckhand.session.Scene.Saying;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The shell's short remarks, and its help. Immutable. */
final class Sayings {

  private final Look look;
  private final Messages messages;

  Sayings(Look look) {
    this.look = look;
    this.messages = new Messages(look);
  }

  List<AttributedString> say(Saying saying, String detail, Surroundings surroundings) {
    return switch (saying) {
      case WAITING_FOR_LAB -> messages.aside(look.say(Phrase.SAY_WAITING_FOR_LAB));
      case NOT_RUN -> messages.say(look.say(Phrase.SAY_NOT_RUN, detail));
      case PREPARING -> messages.aside(look.say(Phrase.SAY_PREPARING));
      case RESETTING -> messages.aside(look.say(Phrase.SAY_RESETTING));
      case SKIPPING -> messages.aside(look.say(Phrase.SAY_SKIPPING));
      case NOT_DONE_YET -> messages.say(look.say(Phrase.SAY_NOT_DONE_YET));
      case NO_HINTS -> messages.say(look.say(Phrase.SAY_NO_HINTS));
      case NO_MORE_HINTS -> messages.say(look.say(Phrase.SAY_NO_MORE_HINTS));
      case NO_SOLUTION -> messages.say(look.say(Phrase.SAY_NO_SOLUTION));
      case NOTHING_TO_CHECK -> messages.say(look.say(Phrase.SAY_NOTHING_TO_CHECK));
      case NO_QUESTION -> messages.say(look.say(Phrase.SAY_NO_QUESTION));
      case NO_QUIZ -> messages.say(look.say(Phrase.SAY_NO_QUIZ));
      case NO_SUCH_CHOICE -> messages.say(look.say(Phrase.SAY_NO_SUCH_CHOICE, detail));
      case NOTED -> messages.aside(look.say(Phrase.SAY_NOTED));
      case MISUSED -> messages.say(look.say(Phrase.SAY_MISUSED, detail));
      case SHELL_ENDED -> messages.say(look.say(Phrase.SAY_SHELL_ENDED, detail));
      case SOLUTION_KEPT -> messages.aside(look.say(Phrase.SAY_SOLUTION_KEPT));
      case DICTATING -> messages.aside(look.say(Phrase.SAY_DICTATING, Integer.valueOf(detail)));
      case DICTATION_OVER -> messages.aside(look.say(Phrase.SAY_DICTATION_OVER));
      case HINT_OFFERED -> messages.say(look.say(Phrase.SAY_HINT_OFFERED, detail));
      case PLAY_BEGUN -> messages.say(look.say(Phrase.SAY_PLAY_BEGUN));
      case PLAYING_NOW -> messages.say(look.say(Phrase.SAY_PLAYING_NOW));
      case PLAY_NOT_YET -> messages.say(look.say(Phrase.SAY_PLAY_NOT_YET));
      case NOT_PLAYING -> messages.say(look.say(Phrase.SAY_NOT_PLAYING));
      case RETURNING -> messages.aside(look.say(Phrase.SAY_RETURNING));
      case BACK_DONE -> messages.say(look.say(Phrase.SAY_BACK_DONE));
      case LAB_STILL_THERE -> messages.say(look.say(Phrase.SAY_LAB_STILL_THERE));
      case LAB_ANEW -> messages.say(look.say(Phrase.SAY_LAB_ANEW));
      case CUT_OFF -> messages.say(look.say(Phrase.SAY_CUT_OFF, detail));
      case SAVED -> messages.aside(look.say(Phrase.SAY_SAVED, detail));
    };
  }

  /** The shell's own words, each with what it does, and its keys. */
  List<AttributedString> help() {
    var lines = new ArrayList<>(help(Phrase.HELP_TITLE, Phrase.HELP_WORDS, Phrase.HELP_COMMANDS));
    lines.addAll(messages.aside(look.say(Phrase.HELP_JAVA)));
    lines.add(AttributedString.EMPTY);
    lines.addAll(table(Phrase.HELP_KEYS));
    return lines;
  }

  /** Words, each with what it does, between a title and something more. */
  List<AttributedString> help(Phrase title, Phrase words, Phrase more) {
    return Lines.joined(
        messages.say(look.say(title)), table(words), messages.aside(look.say(more)));
  }

  /** Lines of {@code word=meaning}. */
  private List<AttributedString> table(Phrase phrase) {
    var lines = new ArrayList<AttributedString>();
    for (String entry : look.say(phrase).split("\n", -1)) {
      int equals = entry.indexOf('=');
      var word = new Ink().put("  " + entry.substring(0, equals), look.palette().code()).pad(18);
      lines.addAll(
          Lines.hang(
              word.done(), Wrap.lines(Ink.of(entry.substring(equals + 1)), look.measure() - 18)));
    }
    return lines;
  }
}
