package org.articlerecommender.ranking;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.platform.Problem;

/** What a request tells of its reader: each article once, and nothing from the moment asked for or later. */
record Profile(List<Document> liked, List<Document> disliked, Map<String, Instant> dates) {

    /** @throws Problem if a date is not one */
    static Profile of(RankRequest request, Instant asOf, List<String> notes) {
        var dates = new HashMap<String, Instant>();
        var liked = known("liked", request.liked(), asOf, dates, notes);
        var dislikedDates = new HashMap<String, Instant>();
        var disliked = known("disliked", request.disliked(), asOf, dislikedDates, notes);
        int both = 0;
        for (var key : List.copyOf(liked.keySet())) {
            if (disliked.containsKey(key)) {
                both++;
                // the later word counts; of two without dates the dislike, because it is said more rarely
                boolean likedLater = dates.containsKey(key)
                        && dislikedDates.containsKey(key)
                        && dates.get(key).isAfter(dislikedDates.get(key));
                (likedLater ? disliked : liked).remove(key);
            }
        }
        if (both > 0) {
            notes.add("%d articles are both liked and disliked; the later counts, or the dislike.".formatted(both));
        }
        return new Profile(List.copyOf(liked.values()), List.copyOf(disliked.values()), dates);
    }

    /** When the article was liked; null when the request does not say. */
    Instant at(Document liked) {
        return dates.get(liked.key());
    }

    private static Map<String, Document> known(
            String field, List<Document> documents, Instant asOf, Map<String, Instant> dates, List<String> notes) {
        var known = new LinkedHashMap<String, Document>();
        int later = 0;
        int twice = 0;
        for (int i = 0; i < documents.size(); i++) {
            var one = documents.get(i);
            var at = one.at() == null ? null : RankRequest.moment("%s[%d].at".formatted(field, i), one.at());
            if (at != null && !at.isBefore(asOf)) {
                later++;
                continue;
            }
            var before = dates.get(one.key());
            if (known.putIfAbsent(one.key(), one) != null) {
                twice++;
            }
            if (at != null && (before == null || at.isAfter(before))) {
                dates.put(one.key(), at);
            }
        }
        if (later > 0) {
            notes.add("%d %s articles are dated asOf or later; they were left out.".formatted(later, field));
        }
        if (twice > 0) {
            notes.add("%d %s entries name an article again; the latest date counts.".formatted(twice, field));
        }
        return known;
    }
}
