/** What the pages of a workshop show, as JSON, CSV and pictures. No IO. */
@NullMarked
package dev.deckhand.workshop.web.view;

import org.jspecify.annotations.NullMarked;
