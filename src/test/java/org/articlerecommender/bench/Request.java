package org.articlerecommender.bench;

import java.net.URI;
import java.util.Map;

/**
 * What is sent to an application.
 *
 * @param body null for a GET
 */
public record Request(URI address, Map<String, String> headers, byte[] body) {}
