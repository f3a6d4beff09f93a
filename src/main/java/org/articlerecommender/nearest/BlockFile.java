package org.articlerecommender.nearest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Blocks in a memory-mapped file. One process at a time has it.
 *
 * <p>A header page says what the file holds: form, model, dimension and, once there is one, the centre of the bits, under a
 * checksum. A file with another header is emptied.
 */
final class BlockFile implements Blocks {

    private static final long FORM = 0x3230_5643_4552_5641L;
    private static final int HEADER = 64 * 1024;
    private static final int CENTRE_AT = 1024;

    private final FileChannel channel;
    private final FileLock lock;
    private final Layout layout;
    private final ByteBuffer header;
    private long size;

    private BlockFile(FileChannel channel, FileLock lock, Layout layout) throws IOException {
        this.channel = channel;
        this.lock = lock;
        this.layout = layout;
        if (channel.size() < HEADER) {
            channel.truncate(0);
            fill(0, HEADER);
        }
        this.header = map(0, HEADER);
        this.size = channel.size();
    }

    /** @throws IOException if the file cannot be had: no room, no right, in use */
    static BlockFile open(Path file, String model, Layout layout) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                throw new IOException("another process uses " + file);
            }
            var opened = new BlockFile(channel, lock, layout);
            opened.expect(model);
            return opened;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("it is in use already", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The blocks that the file has, sealed or not. */
    List<Block> present() throws IOException {
        var blocks = new ArrayList<Block>();
        for (long at = HEADER; at + layout.blockBytes() <= size; at += layout.blockBytes()) {
            blocks.add(new Block(layout, map(at, layout.blockBytes())));
        }
        return blocks;
    }

    /**
     * How many rows of each block were sealed; 0 for one that is not as it was then.
     *
     * <p>Read past the mapping, so that only what is searched becomes resident.
     */
    int[] sealed(int blocks) {
        var sealed = new int[blocks];
        int readers = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, readers).parallel().forEach(reader -> {
            var copy = ByteBuffer.allocateDirect(layout.blockBytes()).order(ByteOrder.nativeOrder());
            for (int number = reader; number < blocks; number += readers) {
                sealed[number] = read(number, copy) ? new Block(layout, copy).sealed() : 0;
            }
        });
        return sealed;
    }

    private boolean read(int number, ByteBuffer into) {
        try {
            into.clear();
            while (into.hasRemaining()) {
                long at = HEADER + (long) number * layout.blockBytes() + into.position();
                if (channel.read(into, at) < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The centre of the bits; null while there are none. */
    float[] centre() {
        if (header.getInt(CENTRE_AT - Integer.BYTES) == 0) {
            return null;
        }
        var centre = new float[layout.dimension()];
        header.slice(CENTRE_AT, centre.length * Float.BYTES)
                .order(header.order())
                .asFloatBuffer()
                .get(centre);
        return centre;
    }

    // Written as zeros before it is mapped: where the disk is full this fails with an exception, where writing to the
    // mapping would end the process
    @Override
    public Block next() throws IOException {
        long at = HEADER + (size - HEADER) / layout.blockBytes() * layout.blockBytes();
        fill(at, layout.blockBytes());
        size = at + layout.blockBytes();
        return new Block(layout, map(at, layout.blockBytes()));
    }

    @Override
    public void keepCentre(float[] centre) {
        header.slice(CENTRE_AT, centre.length * Float.BYTES)
                .order(header.order())
                .asFloatBuffer()
                .put(centre);
        header.putInt(CENTRE_AT - Integer.BYTES, 1);
        header.putInt(0, checksum());
    }

    /** Takes out everything but the header. */
    void empty() throws IOException {
        header.putInt(CENTRE_AT - Integer.BYTES, 0);
        header.putInt(0, checksum());
        channel.truncate(HEADER);
        size = HEADER;
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            // the file is only a copy; what is wrong with it is found when it is opened
            size = 0;
        }
    }

    private void expect(String model) throws IOException {
        var name = model.getBytes(StandardCharsets.UTF_8);
        var wanted = ByteBuffer.allocate(CENTRE_AT - 2 * Integer.BYTES).order(header.order());
        wanted.putLong(FORM).putInt(layout.dimension()).putInt(layout.blockBytes());
        wanted.put(name, 0, Math.min(name.length, wanted.remaining())).clear();
        if (header.getInt(0) != checksum()
                || !header.slice(Integer.BYTES, wanted.capacity()).equals(wanted)) {
            header.put(Integer.BYTES, wanted, 0, wanted.capacity());
            empty();
        }
    }

    private int checksum() {
        var sum = new CRC32C();
        sum.update(header.slice(Integer.BYTES, HEADER - Integer.BYTES));
        return (int) sum.getValue();
    }

    private ByteBuffer map(long at, int length) throws IOException {
        return channel.map(MapMode.READ_WRITE, at, length).order(ByteOrder.nativeOrder());
    }

    private void fill(long at, int length) throws IOException {
        var zeros = ByteBuffer.allocate(length);
        while (zeros.hasRemaining()) {
            channel.write(zeros, at + zeros.position());
        }
    }
}
