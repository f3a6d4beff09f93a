package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.interest.Background;
import org.articlerecommender.interest.Content;
import org.articlerecommender.interest.InterestConfig;
import org.articlerecommender.interest.InterestModel;
import org.articlerecommender.interest.Interests;

/** Ranks for a reader of whom only the request tells; nothing is kept of it. */
@Singleton
class ProfileRanking {

    static final String INTEREST = "interest";
    static final String NEWEST = "newest-first";

    // below this, two articles of one field are no more alike than any others
    private static final double TELLING = 0.35;

    private final Documents documents;
    private final Background background;
    private final Catalog catalog;
    private final RankingConfig config;
    private final InterestConfig interest;
    private final Clock clock;

    ProfileRanking(
            Documents documents,
            Background background,
            Catalog catalog,
            RankingConfig config,
            InterestConfig interest,
            Clock clock) {
        this.documents = documents;
        this.background = background;
        this.catalog = catalog;
        this.config = config;
        this.interest = interest;
        this.clock = clock;
    }

    RankAnswer rank(RankRequest request) {
        RankRequest.check("candidates", request.candidates(), config.mostArticles());
        RankRequest.checkOpinions("liked", request.liked(), config.mostArticles());
        RankRequest.checkOpinions("disliked", request.disliked(), config.mostArticles());
        var asOf = request.asOf() == null ? clock.instant() : RankRequest.moment("asOf", request.asOf());
        var notes = new ArrayList<String>();
        var profile = Profile.of(request, asOf, notes);
        var candidates = once(request.candidates(), notes);
        if (candidates.isEmpty()) {
            return new RankAnswer(INTEREST, List.of(), notes);
        }
        var day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        noteKnown(profile, candidates, notes);
        var contents = documents.contentsBefore(day, List.copyOf(candidates.values()));
        var learned = learn(profile, day, candidates.values(), notes);
        var unknown = candidates.keySet().stream()
                .filter(key -> !contents.containsKey(key))
                .count();
        if (unknown > 0) {
            notes.add("%d candidates are not in the catalog and came without a text; they stand last."
                    .formatted(unknown));
        }
        return learned.map(interest -> byInterest(interest, candidates, contents, notes))
                .orElseGet(() -> byDay(profile, candidates, notes));
    }

    private static void noteKnown(Profile profile, Map<String, Document> candidates, List<String> notes) {
        long known = Stream.concat(profile.liked().stream(), profile.disliked().stream())
                .filter(one -> candidates.containsKey(one.key()))
                .count();
        if (known > 0) {
            notes.add("%d candidates are liked or disliked already; they are ranked like the others.".formatted(known));
        }
    }

    private record Learned(InterestModel model, List<Document> liked) {}

    private Optional<Learned> learn(
            Profile profile, LocalDate day, Collection<Document> candidates, List<String> notes) {
        var likedContents = documents.contentsBefore(day, profile.liked());
        var dislikedContents = documents.contentsBefore(day, profile.disliked());
        var used = profile.liked().stream()
                .filter(one -> likedContents.containsKey(one.key()))
                .toList();
        if (used.size() < profile.liked().size()) {
            notes.add("%d liked articles are not in the catalog and came without a text; they were left out."
                    .formatted(profile.liked().size() - used.size()));
        }
        var newest = used.stream().map(profile::at).filter(Objects::nonNull).max(Comparator.naturalOrder());
        var examples = used.stream()
                .map(one -> new InterestModel.Liked(
                        likedContents.get(one.key()), Interests.weight(age(profile.at(one), newest), interest)))
                .toList();
        var disliked = profile.disliked().stream()
                .map(one -> dislikedContents.get(one.key()))
                .filter(content -> content != null)
                .toList();
        var among = candidates.stream()
                .flatMap(one -> ArticleId.parse(one.id()).stream())
                .toList();
        var others = background.before(day, ids(profile), among);
        return InterestModel.learn(examples, disliked, others).map(model -> new Learned(model, used));
    }

    private RankAnswer byInterest(
            Learned learned, Map<String, Document> candidates, Map<String, Content> contents, List<String> notes) {
        var results = new ArrayList<RankAnswer.Result>(candidates.size());
        var last = new ArrayList<RankAnswer.Result>();
        candidates.forEach((key, document) -> {
            var content = contents.get(key);
            if (content == null) {
                last.add(new RankAnswer.Result(document.id(), 0, List.of()));
            } else {
                var look = learned.model.look(content);
                results.add(new RankAnswer.Result(document.id(), look.score(), reasons(learned, look)));
            }
        });
        results.sort(Comparator.comparingDouble(RankAnswer.Result::score).reversed());
        results.addAll(last);
        return new RankAnswer(INTEREST, results, notes);
    }

    private static List<RankAnswer.Reason> reasons(Learned learned, InterestModel.Look look) {
        if (look.likeness() < TELLING) {
            return List.of();
        }
        var liked = learned.liked.get(look.nearest());
        var name = liked.title() == null || liked.title().isBlank() ? liked.key() : liked.title();
        return List.of(new RankAnswer.Reason(
                liked.id(),
                Math.round(look.likeness() * 1000) / 1000.0,
                "Like \"%s\", which you liked".formatted(name)));
    }

    /** The newest announcement first, for a reader of whom nothing is known. */
    private RankAnswer byDay(Profile profile, Map<String, Document> candidates, List<String> notes) {
        notes.add("Nothing liked is known, so the newest announcements stand first.");
        if (!profile.disliked().isEmpty()) {
            notes.add("What is disliked teaches nothing without something liked; it was not used.");
        }
        var known = catalog.find(candidates.values().stream()
                .flatMap(one -> ArticleId.parse(one.id()).stream())
                .toList());
        long newest = known.values().stream()
                .map(Article::announced)
                .mapToLong(LocalDate::toEpochDay)
                .max()
                .orElse(0);
        var results = new ArrayList<RankAnswer.Result>(candidates.size());
        candidates.forEach((key, document) -> {
            var article = ArticleId.parse(document.id()).map(known::get).orElse(null);
            double score = article == null
                    ? 0
                    : Math.pow(0.5, (newest - article.announced().toEpochDay()) / 7.0);
            results.add(new RankAnswer.Result(document.id(), score, List.of()));
        });
        results.sort(Comparator.comparingDouble(RankAnswer.Result::score).reversed());
        return new RankAnswer(NEWEST, results, notes);
    }

    private static Map<String, Document> once(List<Document> candidates, List<String> notes) {
        var once = new LinkedHashMap<String, Document>();
        candidates.forEach(one -> once.putIfAbsent(one.key(), one));
        if (once.size() < candidates.size()) {
            notes.add("%d candidates name an article that another one names too; each article is ranked once."
                    .formatted(candidates.size() - once.size()));
        }
        return once;
    }

    private static Set<ArticleId> ids(Profile profile) {
        var ids = new HashSet<ArticleId>();
        profile.liked().forEach(one -> ArticleId.parse(one.id()).ifPresent(ids::add));
        profile.disliked().forEach(one -> ArticleId.parse(one.id()).ifPresent(ids::add));
        return ids;
    }

    // what comes without a date counts as the newest
    private static Duration age(Instant at, Optional<Instant> newest) {
        return at == null ? Duration.ZERO : Duration.between(at, newest.orElse(at));
    }
}
