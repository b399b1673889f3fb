package dev.deckhand.workshop.room;

import java.time.Instant;

/**
 * An event as it was stored.
 *
 * @param number rising in the order in which events count, from 1
 */
public record StoredRoomEvent(long number, Instant at, RoomEvent event) {}
