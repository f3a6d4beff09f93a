package org.articlerecommender.features;

import java.util.List;

/**
 * What a definition says for people; values do not depend on it.
 *
 * @param description null when there is none
 * @param owner whom to ask, null when nobody is named
 */
public record About(String description, String owner, List<String> tags) {

    public About {
        tags = List.copyOf(tags);
    }

    static About read(YamlPart part) {
        return new About(
                part.find("description").map(YamlPart::text).orElse(null),
                part.find("owner").map(YamlPart::text).orElse(null),
                part.find("tags").map(YamlPart::items).orElse(List.of()).stream()
                        .map(YamlPart::identifier)
                        .toList());
    }
}
