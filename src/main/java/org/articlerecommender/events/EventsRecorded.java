package org.articlerecommender.events;

import java.util.List;

/** Events were recorded for the first time; fired after they are stored, on the thread that stored them. */
public record EventsRecorded(List<Event> events) {}
