package org.articlerecommender.recommend;

import java.util.List;
import org.articlerecommender.catalog.Article;

/**
 * Why an article stands where it stands for a reader, with what would be otherwise.
 *
 * @param position where the model puts it among the candidates, from 1, before lists are spread and explored
 * @param candidates how many it was compared with, itself among them
 * @param liked the reader's own articles that speak most for it, the strongest first
 * @param words of the article that speak most for it, the strongest first
 * @param authors of the article by whom the reader liked something, the most liked first
 */
public record Grounds(
        Article article,
        String model,
        int position,
        int candidates,
        List<Liked> liked,
        List<String> words,
        List<String> authors) {

    /**
     * An article of the reader's.
     *
     * @param likeness the cosine of the two
     * @param positionWithout where the article would stand if the reader asked to forget this one
     */
    public record Liked(Article article, double likeness, int positionWithout) {}
}
