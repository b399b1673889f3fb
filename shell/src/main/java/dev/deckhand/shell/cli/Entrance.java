package dev.deckhand.shell.cli;

import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Bookmarks;
import dev.deckhand.shell.loop.SessionRooms;

/** How a learner comes in: where to, and into which room. */
record Entrance(SessionRooms.Held held, Session session, Bookmarks bookmarks) {}
