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

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int longestLine;
    private final long most;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private long consumed;
    private boolean ended;
    private boolean tooLong;

    LineReader(InputStream in, int longestLine, long most) {
        this.in = in;
        this.longestLine = longestLine;
        this.most = most;
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
        while (at < end || fill()) {
            int from = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            take(line, from);
            if (at < end) {
                at++;
                count(1);
                return line.toByteArray();
            }
        }
        ended = true;
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** How many bytes of the stream the lines up to now took. */
    long consumed() {
        return consumed;
    }

    private boolean fill() throws IOException {
        // empty, should reading fail: whoever asks again must not get the block before once more
        at = 0;
        end = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }

    private void take(ByteArrayOutputStream line, int from) throws TooMuch {
        int fits = Math.min(at - from, longestLine - line.size());
        line.write(block, from, fits);
        tooLong |= fits < at - from;
        count(at - from);
    }

    private void count(int bytes) throws TooMuch {
        consumed += bytes;
        if (consumed > most) {
            throw new TooMuch();
        }
    }

    /** Whether the line that {@link #next} gave last was longer than allowed. */
    boolean wasTooLong() {
        return tooLong;
    }
}
