package org.articlerecommender.ingestion;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** The text of a file that is plain, gzip, or a zip with one file in it; which one its first bytes tell. */
final class BulkText implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Counts what is read from the disk. */
    private static final class Counting extends FilterInputStream {

        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int many = super.read(bytes, from, length);
            count += Math.max(0, many);
            return many;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long many = super.skip(bytes);
            count += many;
            return many;
        }
    }

    private final Counting disk;
    private final InputStream text;

    private BulkText(Counting disk, InputStream text) {
        this.disk = disk;
        this.text = text;
    }

    /** @throws IOException if it cannot be read, or is a zip without a file in it */
    static BulkText open(Path path) throws IOException {
        var disk = new Counting(Files.newInputStream(path));
        try {
            var start = new PushbackInputStream(disk, 2);
            var magic = start.readNBytes(2);
            start.unread(magic);
            if (magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b) {
                return new BulkText(disk, new GZIPInputStream(start, BUFFER));
            }
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                return new BulkText(disk, entry(new ZipInputStream(start)));
            }
            return new BulkText(disk, start);
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    private static InputStream entry(ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                return zip;
            }
        }
        throw new IOException("the zip has no file in it");
    }

    InputStream text() {
        return text;
    }

    /** How many bytes of the file itself are read. */
    long read() {
        return disk.count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
