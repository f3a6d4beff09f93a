package org.articlerecommender.web;

import java.net.URI;

/** Where a form returns to: a page of ours, whatever the form said. */
class Back {

    private Back() {}

    static URI to(String given, String otherwise) {
        try {
            // "//host" and "/\host" are other sites to a browser
            return given != null && given.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}")
                    ? URI.create(given)
                    : URI.create(otherwise);
        } catch (IllegalArgumentException e) {
            return URI.create(otherwise);
        }
    }
}
