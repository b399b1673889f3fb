/**
 * What is read outside the terminal: courses as pages, handouts and slides, and a learner's notes.
 *
 * <p>Whatever an author wrote, or a learner typed, is shown as it is, and never becomes markup.
 *
 * <p>This package knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site;

import org.jspecify.annotations.NullMarked;
