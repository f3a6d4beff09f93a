package org.articlerecommender.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.catalog.Source;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where arXiv is and what is taken from it, under {@code arxiv.*}. */
@ConfigMapping(prefix = "arxiv")
public interface ArxivConfig {

    String ADDRESS = "https?://[^\\s?#]+";

    /** The query API, which answers searches and the nightly harvest. */
    @WithDefault("https://export.arxiv.org/api/query")
    @Pattern(regexp = ADDRESS, message = "must be an address like https://export.arxiv.org/api/query")
    String apiUrl();

    /** The OAI-PMH service. */
    @WithDefault("https://oaipmh.arxiv.org/oai")
    @Pattern(regexp = ADDRESS, message = "must be an address like https://oaipmh.arxiv.org/oai")
    String oaiUrl();

    /** How the OAI-PMH service is asked to describe papers; if it refuses arXiv's own format, Dublin Core is tried. */
    @WithDefault("arxiv")
    OaiFormat oaiFormat();

    /** A format of the OAI-PMH service. */
    enum OaiFormat {
        ARXIV("arXiv", Source.OAI),
        OAI_DC("oai_dc", Source.OAI_DC);

        private final String prefix;
        private final Source source;

        OaiFormat(String prefix, Source source) {
            this.prefix = prefix;
            this.source = source;
        }

        String prefix() {
            return prefix;
        }

        Source source() {
            return source;
        }
    }

    /** The announcement feeds; a category is appended. */
    @WithDefault("https://rss.arxiv.org/rss")
    @Pattern(regexp = ADDRESS, message = "must be an address like https://rss.arxiv.org/rss")
    String rssUrl();

    /**
     * The categories whose articles are taken, each like {@code cs.IR}, {@code hep-th} or {@code cs.*} for a whole
     * archive. More categories cost more requests a night, at one request a {@link #pace}.
     */
    @WithDefault("cs.AI,cs.LG,cs.CL,cs.IR,stat.ML")
    @NotEmpty(message = "must name at least one category")
    List<
                    @Pattern(
                            regexp = "[a-z]+(-[a-z]+)*(\\.([A-Z]{2}|[a-z]+(-[a-z]+)*|\\*))?",
                            message = "must be an arXiv category like cs.IR, hep-th or cs.*")
                    String>
            categories();

    /** How many days back announced articles are taken, and looked at again for late arrivals and new versions. */
    @WithDefault("10")
    @Min(value = 1, message = "must be at least 1 day")
    @Max(value = 365, message = "must be at most 365 days")
    int windowDays();

    /** The least time between two requests. arXiv asks for three seconds; only a stand-in may be asked faster. */
    @WithDefault("3s")
    @DurationMin(millis = 0, message = "must not be negative")
    Duration pace();

    /** Articles asked for in one request of the harvest. A larger page saves requests and is more often cut short. */
    @WithDefault("500")
    @Min(value = 1, message = "must be at least 1")
    @Max(value = 2000, message = "must be at most 2000, which is arXiv's limit")
    int pageSize();

    /** How long a connection may take to open. */
    @WithDefault("10s")
    @DurationMin(millis = 1, message = "must be longer than nothing")
    Duration connectTimeout();

    /** How long arXiv may take for one whole answer to the harvest. */
    @WithDefault("60s")
    @DurationMin(millis = 1, message = "must be longer than nothing")
    Duration requestTimeout();

    /** How long a reader's search waits in all, for its turn and for the answer, before it is answered without arXiv. */
    @WithDefault("8s")
    @DurationMin(millis = 1, message = "must be longer than nothing")
    Duration searchTimeout();

    /** Whom arXiv may write to about our requests; goes into the User-Agent. */
    Optional<String> contact();

    /** Where arXiv's operators can read what this program is; goes into the User-Agent. */
    @WithDefault("https://github.com/articlerecommender/article-recommender")
    @Pattern(regexp = ADDRESS, message = "must be an http or https address")
    String projectUrl();
}
