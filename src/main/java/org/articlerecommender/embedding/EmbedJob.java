package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

@Singleton
class EmbedJob implements Job {

    private final Embedding embedding;
    private final ServingEmbedder embedder;

    EmbedJob(Embedding embedding, ServingEmbedder embedder) {
        this.embedding = embedding;
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return "embed";
    }

    @Override
    public String purpose() {
        return "Gives every new or changed article its vector";
    }

    @Override
    public JobOutcome run(Progress progress) {
        var before = embedder.model();
        long start = System.nanoTime();
        int made = embedding.embedMissing(progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        var change = embedder.model().equals(before) ? "" : " The model %s took over.".formatted(embedder.model());
        return made == 0
                ? JobOutcome.done("Every article has its vector.%s", change)
                : JobOutcome.done("%d articles got their vectors, %.0f a second.%s", made, made / seconds, change);
    }
}
