package org.articlerecommender.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * What a client sends, read from the network as fast as it comes and kept in a file until it is asked for. Many clients
 * send all they have before they read any of an answer; an answer that is made while they send would wait for them, and
 * they for it.
 */
final class SpooledBody extends InputStream {

    private final FileChannel file;
    private long written;
    private long read;
    private boolean over;
    private boolean closed;
    private IOException failure;

    private SpooledBody(FileChannel file) {
        this.file = file;
    }

    /** Begins to read the body; what this gives may be read at once, and has to be closed. */
    static SpooledBody of(InputStream body) throws IOException {
        var path = Files.createTempFile("feature-rows", ".spool");
        var spooled = new SpooledBody(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        var thread = new Thread(() -> spooled.take(body), "feature-rows");
        thread.setDaemon(true);
        thread.start();
        return spooled;
    }

    private void take(InputStream body) {
        var part = new byte[1 << 16];
        try {
            for (int length = body.read(part); length >= 0; length = body.read(part)) {
                append(part, length);
            }
            end(null);
        } catch (IOException e) {
            end(e);
        } catch (RuntimeException e) {
            end(new IOException(e));
        }
    }

    private synchronized void append(byte[] part, int length) throws IOException {
        for (var left = ByteBuffer.wrap(part, 0, length); left.hasRemaining() && !closed; ) {
            written += file.write(left, written);
        }
        notifyAll();
    }

    private synchronized void end(IOException e) {
        failure = e;
        over = true;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == written && !over && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        if (closed) {
            throw new IOException("the body is closed");
        }
        if (read == written && failure != null) {
            throw failure;
        }
        int got = read == written ? -1 : file.read(ByteBuffer.wrap(to, offset, length), read);
        read += Math.max(0, got);
        return got;
    }

    /** Lets go of the file; the rest of what the client sends is read, so that it gets to the answer, and not kept. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        file.close();
        notifyAll();
    }
}
