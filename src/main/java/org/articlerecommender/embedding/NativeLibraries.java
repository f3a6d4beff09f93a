package org.articlerecommender.embedding;

import ai.onnxruntime.OrtEnvironment;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Keeps the native parts of ONNX Runtime and of the tokenizer in one directory of ours.
 *
 * <p>Left alone, the one unpacks 28 MB into a new temporary directory at every start and leaves it there after a kill;
 * the other wants to write into the home directory and asks the network what machine it runs on.
 */
final class NativeLibraries {

    private static final String ONNX_PATH = "onnxruntime.native.path";
    private static final List<String> ONNX_FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private NativeLibraries() {}

    /** Must come before the first use of either library; the first directory counts, for the process. */
    static synchronized void keepIn(Path directory) {
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("RUST_FLAVOR", "cpu");
        if (System.getProperty(ONNX_PATH) != null
                || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        var place = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
            unpackOnnxRuntime(place);
            setIfAbsent("ENGINE_CACHE_DIR", place.toString());
        } catch (IOException e) {
            Log.warnf("The native libraries go to a temporary directory, because %s cannot be used: %s", place, e);
            setIfAbsent("ENGINE_CACHE_DIR", System.getProperty("java.io.tmpdir"));
        }
    }

    private static void unpackOnnxRuntime(Path directory) throws IOException {
        var platform = System.getProperty("os.arch").equals("aarch64") ? "linux-aarch64" : "linux-x64";
        var main = resource(platform, ONNX_FILES.get(0));
        if (main == null) {
            return;
        }
        // named after the size of its main part: the small part of another release can have the same size
        var place = directory
                .resolve("onnxruntime")
                .resolve(platform + "-" + main.openConnection().getContentLengthLong());
        Files.createDirectories(place);
        for (var file : ONNX_FILES) {
            unpack(resource(platform, file).openConnection(), place.resolve(file));
        }
        System.setProperty(ONNX_PATH, place.toString());
    }

    private static URL resource(String platform, String file) {
        return OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + file);
    }

    // The size tells a file cut off by a full disk from the one wanted
    private static void unpack(URLConnection from, Path to) throws IOException {
        from.setUseCaches(false);
        try (var in = from.getInputStream()) {
            long size = from.getContentLengthLong();
            if (Files.isRegularFile(to) && size > 0 && Files.size(to) == size) {
                return;
            }
            var part = Files.createTempFile(to.getParent(), to.getFileName().toString(), ".part");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }
}
