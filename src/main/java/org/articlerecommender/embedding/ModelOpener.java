package org.articlerecommender.embedding;

/** Opens the model that files hold. */
@FunctionalInterface
interface ModelOpener {

    /** @throws ModelUnusable if the files do not hold one that can be used */
    Embedder open(ModelFiles files, SentenceModel.Limits limits);
}
