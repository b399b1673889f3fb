@NullMarked
package dev.deckhand.workshop.service;

import org.jspecify.annotations.NullMarked;
