package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SpooledBodyTest {

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @Test
    void givesWhatWasSent() throws IOException {
        var sent = bytes(300_000);

        try (var body = SpooledBody.of(new ByteArrayInputStream(sent))) {
            assertThat(body.readAllBytes()).isEqualTo(sent);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void theSenderIsRidOfEverythingBeforeAnybodyReads() throws Exception {
        var sent = bytes(5_000_000);
        var rid = new CountDownLatch(1);
        var sender = new ByteArrayInputStream(sent) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                int got = super.read(to, offset, length);
                if (got < 0) {
                    rid.countDown();
                }
                return got;
            }
        };

        try (var body = SpooledBody.of(sender)) {
            rid.await();
            assertThat(body.readAllBytes()).isEqualTo(sent);
        }
    }

    @Test
    void whatCameIsReadBeforeTheSenderHasFinished() throws Exception {
        var goOn = new CountDownLatch(1);
        var sender = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                if (!begun) {
                    begun = true;
                    to[offset] = 'a';
                    return 1;
                }
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("the client is gone");
            }
        };

        try (var body = SpooledBody.of(sender)) {
            assertThat(body.read()).isEqualTo('a');
            goOn.countDown();
            assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("the client is gone");
        }
    }

    @Test
    void givesNothingAfterItIsClosed() throws IOException {
        var body = SpooledBody.of(new ByteArrayInputStream(bytes(10)));

        body.close();

        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
}
