package org.articlerecommender.interest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.PlaceMemory;

/**
 * One reader's interest. What it says of an article is remembered: the same window of articles is looked at for every
 * list of the reader, and each look compares with hundreds of liked articles.
 */
public final class Interest {

    private static final int REMEMBERED = 30_000;

    private record Looked(Content content, InterestModel.Look look) {}

    private final InterestModel model;
    private final List<ArticleId> liked;
    private final Map<ArticleId, Looked> looked = new ConcurrentHashMap<>();
    private final PlaceMemory<Looked> byPlace = new PlaceMemory<>();

    /** @param liked what the model was learned from, in its order */
    Interest(InterestModel model, List<ArticleId> liked) {
        this.model = model;
        this.liked = liked;
    }

    public InterestModel model() {
        return model;
    }

    /**
     * What the model says of each article, in the order given; null for one without content.
     *
     * @param contents one per article
     */
    public List<InterestModel.Look> looks(List<ArticleId> articles, List<Content> contents) {
        var here = byPlace.of(articles, model);
        var looks = new InterestModel.Look[articles.size()];
        for (int i = 0; i < looks.length; i++) {
            var content = contents.get(i);
            var known = here.get(i);
            if (content != null && (known == null || known.content != content)) {
                known = looked(articles.get(i), content);
                here.put(i, known);
            }
            looks[i] = content == null ? null : known.look;
        }
        return Arrays.asList(looks);
    }

    /** What the model says of an article with this content. */
    public InterestModel.Look look(ArticleId article, Content content) {
        return looked(article, content).look;
    }

    private Looked looked(ArticleId article, Content content) {
        var known = looked.get(article);
        // the content of an article is replaced, never changed
        if (known == null || known.content != content) {
            known = new Looked(content, model.look(content));
            if (looked.size() >= REMEMBERED) {
                looked.clear();
            }
            looked.put(article, known);
        }
        return known;
    }

    /** Whether the reader's own dealings with the article are part of it. */
    public boolean isLearnedFrom(ArticleId article) {
        return liked.contains(article);
    }

    /** The liked articles that speak most for an article, the strongest first, each with its cosine. */
    public Map<ArticleId, Double> near(Content content, int most) {
        var near = new LinkedHashMap<ArticleId, Double>();
        model.near(content, most).forEach(one -> near.put(liked.get(one.liked()), one.likeness()));
        return near;
    }

    /** The liked article that a look found nearest. */
    public ArticleId nearest(InterestModel.Look look) {
        return liked.get(look.nearest());
    }
}
