/**
 * A request and its answer, as the pages of a workshop need them: JSON, cookies, headers, plain
 * errors.
 */
@NullMarked
package dev.deckhand.workshop.web.http;

import org.jspecify.annotations.NullMarked;
