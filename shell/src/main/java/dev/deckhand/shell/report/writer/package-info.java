/**
 * Writes reports in the formats of other graders and in our own. Pure: the same grade gives the
 * same bytes, whatever the locale, the time zone and the machine.
 *
 * <p>Texts from lessons, labs and learners are untrusted: each writer makes them harmless for its
 * format. Formats that learners read are written from {@link
 * dev.deckhand.shell.report.GradingReport#forLearner}, which knows nothing of hidden tasks but
 * their points.
 */
@NullMarked
package dev.deckhand.shell.report.writer;

import org.jspecify.annotations.NullMarked;
