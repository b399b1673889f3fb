package dev.deckhand.shell.view;

import java.util.Locale;

/** The sentences and words of the views; each has its text in {@code messages.properties}. */
public enum Phrase {
  TONE_NOTE,
  TONE_TIP,
  TONE_IMPORTANT,
  TONE_CAUTION,
  TONE_WARNING,
  PICTURE,
  QUOTE_SOURCE,

  STEP_HEADER,
  STEP_DONE,
  STEP_GOALS,
  DEBRIEF,
  HINT,
  HINT_MORE,
  SOLUTION,

  CHECK_GOOD,
  CHECK_BAD,
  CHECK_BROKEN,
  CHECK_KEPT,
  CHECK_UNSURE,
  CHECK_OPEN,
  MORE_FINDINGS,
  NEXT,

  QUESTION,
  QUESTION_OF_MANY,
  QUESTION_HOW,
  QUESTION_HOW_OF_MANY,
  QUIZ,
  QUIZ_HOW,
  QUIZ_HOW_MANY,
  CHOSEN_RIGHT,
  CHOSEN_WRONG,

  LESSON_MINUTES,
  LESSON_STEPS,
  LAB_DOCKER,
  LAB_KUBERNETES,
  LAB_JAVA,
  LAB_NONE,
  LIST_MINUTES,
  LIST_DONE,
  LIST_BEGUN,
  LIST_NEW,
  LIST_EMPTY,
  COURSE_PROGRESS,

  BOOT_DONE,
  BOOT_FAILED,
  AMOUNT,
  AMOUNT_UNKNOWN_TOTAL,

  DOCTOR_GOOD,
  DOCTOR_BAD,
  DOCTOR_UNSURE,
  DOCTOR_OPEN;

  /** Its key in the file of texts: {@code step.header} for {@code STEP_HEADER}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
