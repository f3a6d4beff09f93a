package org.articlerecommender.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of texts in the form in which they are compared: without case, accents and English endings; the commonest
 * words of English are none. Safe to use from many threads.
 */
public final class Terms {

    /** A word and where it stands in its text: the how many-th it is, from 0, and its offsets in characters. */
    public record Place(String term, int position, int start, int end) {}

    /** Of titles, abstracts and what is searched for in them. */
    public static final Analyzer ENGLISH = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            var words = new LowerCaseFilter(new EnglishPossessiveFilter(new ASCIIFoldingFilter(source)));
            var kept = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(source, new PorterStemFilter(kept));
        }
    };

    /** Of names of people: every word counts and keeps its ending. */
    public static final Analyzer NAMES = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            return new TokenStreamComponents(source, new LowerCaseFilter(new ASCIIFoldingFilter(source)));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            // so that the last name of one author and the first of the next make no name
            return 100;
        }
    };

    private Terms() {}

    /** The words of a text of titles and abstracts, in their order and as often as they occur. */
    public static List<String> of(String text) {
        return places(ENGLISH, text).stream().map(Place::term).toList();
    }

    /** The words of a text and where they stand. */
    public static List<Place> places(Analyzer analyzer, String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            var found = new ArrayList<Place>();
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                // a word that is left out takes a position all the same
                position += step.getPositionIncrement();
                found.add(new Place(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
