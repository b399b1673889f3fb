package dev.deckhand.session;

import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;

/** How a session goes on whose process died. */
final class LabRecovery {

  private LabRecovery() {}

  static void labRecovered(Transition transition, Message.LabRecovered labRecovered) {
    StepProgress work = transition.progress();
    transition.writeJournal(
        new JournalEvent.SessionResumed(work.step().number(), labRecovered.sameLab()));
    if (!labRecovered.sameLab()) {
      // what was found out in the old lab is not so in the new one
      transition.progress(
          StepProgress.initial(work.step())
              .withHintsGiven(work.hintsGiven())
              .withStage(work.stage()));
      transition.showNotice(NoticeKind.LAB_REPLACED, "");
      return;
    }
    transition.showNotice(NoticeKind.LAB_RECOVERED, "");
    if (!labRecovered.interruptedCommand().isEmpty()) {
      transition.showNotice(NoticeKind.COMMAND_CUT_OFF, labRecovered.interruptedCommand());
    }
  }
}
