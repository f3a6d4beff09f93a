package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.articlerecommender.platform.ProblemPage;

/** What a person sees when something is not there, not allowed or not working. */
@Singleton
class ErrorPage implements ProblemPage {

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Error(int status, String heading, String detail, String advice, boolean operator)
            implements TemplateInstance {}

    @Override
    public String html(String path, int status, String title, String detail) {
        boolean operator = status == 403 && path.startsWith("/operator");
        return new Error(status, heading(status, title), detail, advice(status), operator).render();
    }

    private static String heading(int status, String title) {
        return switch (status) {
            case 400, 422 -> "That could not be read";
            case 403 -> "Not for everyone";
            case 404 -> "Not here";
            case 500 -> "Something broke";
            case 502, 503 -> "Not available just now";
            default -> title;
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 404 -> "The feed shows what is new, and the search finds an article by its words or its id.";
            case 500 -> "It is not your doing. Trying again may help; the operator finds the reason in the log.";
            case 502, 503 -> "Nothing was changed. Reload the page in a moment.";
            default -> null;
        };
    }
}
