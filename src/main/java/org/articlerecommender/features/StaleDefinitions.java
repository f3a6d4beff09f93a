package org.articlerecommender.features;

/** Other definitions were applied while values were computed; the next computation is by those. */
class StaleDefinitions extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleDefinitions(String view) {
        super("the definitions of %s were changed meanwhile; its values are computed anew".formatted(view));
    }
}
