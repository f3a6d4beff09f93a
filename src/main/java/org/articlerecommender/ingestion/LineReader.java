package org.articlerecommender.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines without ever holding more than one of them, or more of one than allowed. */
class LineReader {

    /** The stream is longer than allowed. */
    static class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final int NEWLINE = '\n';

    private final InputStream in;
    private final int longestLine;
    private long left;
    private boolean ended;
    private boolean tooLong;

    LineReader(InputStream in, int longestLine, long most) {
        this.in = in;
        this.longestLine = longestLine;
        this.left = most;
    }

    /**
     * The next line without its end, or null after the last. Of one that is longer than allowed, only the beginning.
     *
     * @throws TooMuch when more has come than the whole stream may have
     */
    byte[] next() throws IOException {
        if (ended) {
            return null;
        }
        var line = new ByteArrayOutputStream(2048);
        tooLong = false;
        int one;
        while ((one = in.read()) >= 0) {
            if (left-- <= 0) {
                throw new TooMuch();
            }
            if (one == NEWLINE) {
                return line.toByteArray();
            }
            if (line.size() < longestLine) {
                line.write(one);
            } else {
                tooLong = true;
            }
        }
        ended = true;
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** Whether the line that {@link #next} gave last was longer than allowed. */
    boolean wasTooLong() {
        return tooLong;
    }
}
