package org.articlerecommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.platform.StoreUnavailable;

/** Who told what about the articles, and what is still to be asked. */
@ApplicationScoped
public class ArticleSources {

    private final ProvenanceTable table;

    ArticleSources(ProvenanceTable table) {
        this.table = table;
    }

    /** Where the facts about an article come from, if it is known. */
    public Optional<Provenance> of(ArticleId id) {
        try {
            return table.of(id);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading where the facts about %s come from".formatted(id), e);
        }
    }

    /** The newest articles whose version and dates nobody has told exactly yet. */
    public List<ArticleId> unconfirmed(int most) {
        try {
            return table.unconfirmed(most);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what is not confirmed", e);
        }
    }

    /** Takes the articles as they are, since nobody knows them better. */
    public void settle(Collection<ArticleId> ids) {
        try {
            table.settle(ids);
        } catch (SQLException e) {
            throw new StoreUnavailable("settling %d articles".formatted(ids.size()), e);
        }
    }
}
