package org.articlerecommender.ranking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over texts and numbers in the order they are added. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Fingerprint text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    Fingerprint numbers(double... numbers) {
        var bytes = ByteBuffer.allocate(4 + 8 * numbers.length).putInt(numbers.length);
        for (double number : numbers) {
            // the database keeps no negative zero
            bytes.putDouble(number + 0.0);
        }
        digest.update(bytes.array());
        return this;
    }

    Fingerprint numbers(int... numbers) {
        var bytes = ByteBuffer.allocate(4 + 4 * numbers.length).putInt(numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        digest.update(bytes.array());
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
