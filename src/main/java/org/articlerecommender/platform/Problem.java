package org.articlerecommender.platform;

import java.util.List;

/**
 * A refusal that the caller can act on, answered as {@code application/problem+json} (RFC 9457).
 *
 * <p>The detail is written for the person who made the request: it names the field and the fix.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One thing that is wrong: where ({@code documents[3].id}) and what would be right. */
    public record Violation(String field, String message) {}

    private final int status;
    private final String title;
    private final transient List<Violation> violations;

    private Problem(int status, String title, String detail, List<Violation> violations) {
        super(detail);
        this.status = status;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    /** 400: the named field cannot be taken as it is. */
    public static Problem badRequest(String field, String message) {
        return new Problem(400, "Bad request", field + ": " + message, List.of(new Violation(field, message)));
    }

    /** 400: several fields cannot be taken as they are. */
    public static Problem badRequest(List<Violation> violations) {
        var first = violations.get(0);
        var more = violations.size() == 1 ? "" : " (and %d more)".formatted(violations.size() - 1);
        return new Problem(400, "Bad request", first.field() + ": " + first.message() + more, violations);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, List.of());
    }

    /** 409: right in itself, but not now. */
    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail, List.of());
    }

    /** 422: well formed, but a required part is missing. */
    public static Problem unprocessable(String field, String message) {
        return new Problem(
                422, "Unprocessable content", field + ": " + message, List.of(new Violation(field, message)));
    }

    /** 403: only the operator may do this. */
    public static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail, List.of());
    }

    /** 413: more than one request may carry. */
    public static Problem tooLarge(String field, String message) {
        return new Problem(413, "Content too large", field + ": " + message, List.of(new Violation(field, message)));
    }

    /** 502 or 503: a neighbour (arXiv, a store) failed; trying again later may help. */
    public static Problem unavailable(int status, String detail) {
        return new Problem(status, status == 502 ? "Bad gateway" : "Service unavailable", detail, List.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<Violation> violations() {
        return violations;
    }
}
