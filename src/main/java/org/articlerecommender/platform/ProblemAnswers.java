package org.articlerecommender.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every refusal and every failure into one form of answer; the only exception mapping of the application. */
class ProblemAnswers {

    static final String PROBLEM_JSON = "application/problem+json";

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(String type, String title, int status, String detail, List<Problem.Violation> violations) {}

    private final Instance<ProblemPage> page;
    private final ContainerRequestContext request;

    ProblemAnswers(Instance<ProblemPage> page, ContainerRequestContext request) {
        this.page = page;
        this.request = request;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return answer(problem.status(), problem.title(), problem.getMessage(), problem.violations());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        var violations = invalid.getConstraintViolations().stream()
                .map(one -> new Problem.Violation(field(one.getPropertyPath().toString()), one.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field))
                .toList();
        return violations.isEmpty()
                ? answer(400, "Bad request", invalid.getMessage(), List.of())
                : problem(Problem.badRequest(violations));
    }

    @ServerExceptionMapper
    Response unreadable(JacksonException unreadable) {
        return problem(problemOf(unreadable));
    }

    // Quarkus maps this one type itself, and the more special mapping wins
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    Response unavailable(StoreUnavailable unavailable) {
        Log.warn(unavailable.getMessage());
        return answer(
                503, "Service unavailable", "A store did not answer; nothing was changed. Try again soon.", List.of());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException web) {
        for (Throwable cause = web.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return unreadable(unreadable);
            }
            if (cause instanceof NumberFormatException number) {
                return problem(Problem.badRequest(parameterOf(number), "expected a whole number"));
            }
        }
        int status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        if (status == Response.Status.BAD_REQUEST.getStatusCode()) {
            for (var header : List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE)) {
                if (isNoMediaType(request.getHeaderString(header))) {
                    return problem(Problem.badRequest(header, "expected a media type like application/json"));
                }
            }
        }
        var reason = Response.Status.fromStatusCode(status);
        var title = reason == null ? "Error" : reason.getReasonPhrase();
        return answer(status, title, status == 404 ? "There is nothing at this address." : web.getMessage(), List.of());
    }

    private static boolean isNoMediaType(String header) {
        try {
            for (var one : header == null ? new String[0] : header.split(",")) {
                MediaType.valueOf(one.strip());
            }
            return false;
        } catch (IllegalArgumentException | WebApplicationException e) {
            return true;
        }
    }

    // JAX-RS answers a parameter that is no number with 404 and does not say which; the message quotes what was sent
    private String parameterOf(NumberFormatException number) {
        var sent = String.valueOf(number.getMessage());
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> sent.contains('"' + value + '"')))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("a number in the address");
    }

    @ServerExceptionMapper
    Response ours(Exception bug) {
        if (isOfAForm(bug)) {
            return problem(Problem.badRequest("body", "not a well-formed form: a % without its two digits"));
        }
        Log.error("A request failed because of an error of ours", bug);
        return answer(500, "Internal server error", "The application failed; its log says how.", List.of());
    }

    // RESTEasy lets this one out of its reading of forms as it is
    private static boolean isOfAForm(Exception bug) {
        return bug instanceof IllegalArgumentException
                && bug.getStackTrace().length > 0
                && bug.getStackTrace()[0].getClassName().equals(URLUtils.class.getName());
    }

    private Response answer(int status, String title, String detail, List<Problem.Violation> violations) {
        if (page.isResolvable() && isForAPerson()) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.get().html(request.getUriInfo().getPath(), status, title, detail))
                    .build();
        }
        return Response.status(status)
                .type(PROBLEM_JSON)
                .entity(new Body("about:blank", title, status, detail, violations))
                .build();
    }

    // Browsers ask for text/html by name; programs ask for JSON or take anything
    private boolean isForAPerson() {
        var accepts = request.getHeaderString(HttpHeaders.ACCEPT);
        return accepts != null
                && accepts.contains(MediaType.TEXT_HTML)
                && !request.getUriInfo().getPath().startsWith("/api/");
    }

    // "list.request.candidates[2]" is named "candidates[2]" by the sender
    private static String field(String path) {
        var parts = path.split("\\.", 3);
        return parts[parts.length - 1];
    }

    private static Problem problemOf(JacksonException unreadable) {
        if (unreadable instanceof JsonMappingException mapping) {
            var field = path(mapping.getPath());
            for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
                if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                    return Problem.badRequest(field, refused.getMessage());
                }
            }
            if (mapping instanceof InvalidFormatException format) {
                return Problem.badRequest(
                        field,
                        "\"%s\" is not %s".formatted(shorten(format.getValue()), nameOf(format.getTargetType())));
            }
            if (mapping instanceof MismatchedInputException mismatch) {
                return Problem.badRequest(field, "expected " + nameOf(mismatch.getTargetType()));
            }
            return Problem.badRequest(
                    field,
                    mapping.getCause() instanceof StreamReadException
                            ? notJson(mapping)
                            : mapping.getOriginalMessage());
        }
        return Problem.badRequest("body", notJson(unreadable));
    }

    private static String notJson(JacksonException unreadable) {
        var where = unreadable.getLocation();
        return "not valid JSON"
                + (where == null ? "" : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()));
    }

    private static String path(List<Reference> path) {
        var text = StreamSupport.stream(path.spliterator(), false)
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return text.isEmpty() ? "body" : text.startsWith(".") ? text.substring(1) : text;
    }

    private static String nameOf(Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "float", "Float" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Instant" -> "a moment like 2025-07-01T06:00:00Z";
            case "LocalDate" -> "a day like 2025-07-01";
            case "UUID" -> "a UUID";
            case "List", "Set", "ArrayList" -> "a list";
            default -> "an object";
        };
    }

    private static String shorten(Object value) {
        var text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
