package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.articlerecommender.onnx.FusedGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceModelTest {

    private static final SentenceModel.Limits LIMITS = new SentenceModel.Limits(64, 1, 2, true);
    private static final Path KEPT = Path.of("target", "models");

    private static SentenceModel shipped;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        NativeLibraries.keepIn(Path.of("target", "native"));
        shipped = SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS, KEPT);
    }

    @AfterAll
    static void close() {
        shipped.close();
    }

    @Test
    void findsSentencesOfOneMeaningNearerThanOthers() {
        var translation = shipped.embed("A neural network learns to translate German into English");
        var languages = shipped.embed("Machine translation between two languages with deep learning");
        var comet = shipped.embed("The orbit of a comet around a distant star");

        assertThat(DotProduct.of(translation, languages)).isGreaterThan(DotProduct.of(translation, comet) + 0.3f);
    }

    @Test
    void closesOnlyWhenNothingComputesAnyMore() throws InterruptedException {
        var model = SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS, KEPT);
        var texts = IntStream.range(0, 60)
                .mapToObj("A sentence with the number %d"::formatted)
                .toList();
        var made = new ArrayList<float[]>();
        var busy = new Thread(() -> made.addAll(model.embed(texts)));

        busy.start();
        // long enough to be in the middle of it on any machine, and right at either end too
        busy.join(20);
        model.close();
        busy.join();

        assertThat(made)
                .satisfiesAnyOf(
                        all -> assertThat(all).hasSize(60),
                        // it had not begun
                        all -> assertThat(all).isEmpty());
        assertThatThrownBy(() -> model.embed("more")).hasMessageContaining("closed");
    }

    @Test
    void callsTheRewrittenGraphByAnotherNameThanTheOneThatCame() {
        try (var asItCame = SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS.asItCame(), directory)) {
            assertThat(shipped.model()).isEqualTo(asItCame.model() + "-" + FusedGraph.FORM);
            assertThat(shipped.embed("Dark matter")).containsExactly(asItCame.embed("Dark matter"), within(1e-4f));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesTheRewrittenGraphAgainWhenItsFileIsNotAsItWasWritten() throws IOException {
        SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS, directory).close();
        var file = files(".onnx").get(0);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS, directory).close();

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void runsTheGraphAsItCameWhereItCannotBeRewritten() throws IOException {
        var tiny = ModelFiles.in(Optional.of(TinyModel.write(directory.resolve("tiny"))));
        var kept = directory.resolve("kept");
        try (var model = SentenceModel.open(tiny, LIMITS, kept)) {
            assertThat(model.embed("star")).containsExactly(1, 0);
            assertThat(model.model()).isEqualTo(SentenceModel.id(tiny, LIMITS.asItCame()));
        }
        assertThat(kept).isDirectoryContaining(file -> file.toString().endsWith(".sha256"));
    }

    @Test
    void keepsNothingUnderTheNameOfFilesThatWereSwappedMeanwhile() throws IOException {
        var tiny = TinyModel.write(directory.resolve("tiny"));
        var before = ModelFiles.in(Optional.of(tiny));
        TinyModel.write(tiny, "input_ids", TinyModel.WORDS, 3);

        SentenceModel.open(before, LIMITS, directory.resolve("kept")).close();
        assertThat(directory.resolve("kept")).doesNotExist();

        Files.delete(tiny.resolve(ModelFiles.TOKENIZER));
        assertThat(before.areStillThere()).isFalse();
    }

    @Test
    void rewritesTheGraphAtEachStartWhereItCannotBeKept() throws IOException {
        var noDirectory = Files.writeString(directory.resolve("file"), "");
        try (var model = SentenceModel.open(ModelFiles.in(Optional.empty()), LIMITS, noDirectory)) {
            assertThat(model.model()).isEqualTo(shipped.model());
            assertThat(model.embed("Dark matter")).isEqualTo(shipped.embed("Dark matter"));
        }
    }

    @Test
    void takesTheFirstTokenForAllWhereTheFilesSayThatTheModelDoes() throws IOException {
        var tiny = TinyModel.write(directory.resolve("tiny"));
        var byMean = ModelFiles.in(Optional.of(tiny));
        try (var model = SentenceModel.open(byMean, LIMITS, directory)) {
            assertThat(model.embed("star word")).doesNotContain(0, 1);
        }

        Files.createDirectories(tiny.resolve(ModelFiles.POOLING).getParent());
        Files.writeString(tiny.resolve(ModelFiles.POOLING), "{\"pooling_mode_cls_token\": true}");

        var byFirst = ModelFiles.in(Optional.of(tiny));
        try (var model = SentenceModel.open(byFirst, LIMITS, directory)) {
            assertThat(model.embed("star word")).containsExactly(1, 0);
        }
        assertThat(byFirst.digest()).isNotEqualTo(byMean.digest());
    }

    private List<Path> files(String ending) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesVectorsOfUnitLength() {
        var vector = shipped.embed("Sparse attention");

        assertThat(vector).hasSize(384).hasSize(shipped.dimension());
        assertThat(DotProduct.of(vector, vector)).isEqualTo(1f, within(1e-5f));
    }

    @Test
    void givesATextTheSameVectorAloneAndAmongOthersInAnyOrder() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            texts.add("Graph number %d ".formatted(i).repeat(1 + i % 5));
        }
        var reversed = IntStream.range(0, 12).mapToObj(i -> texts.get(11 - i)).toList();

        var together = shipped.embed(texts);
        var backwards = shipped.embed(reversed);

        for (int i = 0; i < 12; i++) {
            assertThat(together.get(i)).isEqualTo(shipped.embed(texts.get(i))).isEqualTo(backwards.get(11 - i));
        }
    }

    /** The reason why texts go through the quantised model one by one. */
    @Test
    void staysNearTheTruthEvenInBatches() {
        var texts = IntStream.range(0, 8)
                .mapToObj(i -> "Study %d of how readers find papers that matter to them".formatted(i))
                .toList();
        try (var batching =
                SentenceModel.open(ModelFiles.in(Optional.empty()), new SentenceModel.Limits(64, 8, 1, true), KEPT)) {
            var together = batching.embed(texts);

            for (int i = 0; i < texts.size(); i++) {
                assertThat(DotProduct.of(together.get(i), shipped.embed(texts.get(i))))
                        .isGreaterThan(0.98f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "\ud800", "a\udc00b", "😀", "<script>alert(1)</script>", "\u202e\ufeff"})
    void takesAnyText(String text) {
        var vector = shipped.embed(text);

        assertThat(DotProduct.of(vector, vector)).isEqualTo(1f, within(1e-5f));
    }

    @Test
    void readsNoFurtherThanItsTokensGo() {
        var start = "word ".repeat(70);

        assertThat(shipped.embed(start + "quantum")).isEqualTo(shipped.embed(start + "x".repeat(1_000_000)));
    }

    @Test
    void namesWhatItsVectorsDependOn() {
        var files = ModelFiles.in(Optional.empty());
        var longer = new SentenceModel.Limits(128, 1, 2, true);

        assertThat(shipped.model()).startsWith("all-minilm-l6-v2-q-").isEqualTo(SentenceModel.id(files, LIMITS));
        assertThat(SentenceModel.id(files, longer)).isNotEqualTo(shipped.model());
    }

    @Test
    void c1_takesAnotherModelFromADirectory() throws IOException {
        try (var model = open(TinyModel.write(directory.resolve("tiny")))) {
            assertThat(model.model()).startsWith("tiny-");
            assertThat(model.dimension()).isEqualTo(2);
            assertThat(model.embed(List.of("star", "word word", "star word")).get(2))
                    .containsExactly(new float[] {0.4472136f, 0.8944272f}, within(1e-6f));
            assertThat(model.embed("")).containsExactly(1, 0);
        }
    }

    @Test
    void refusesADirectoryWithoutTheFiles() {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("has no file model.onnx");
    }

    @Test
    void refusesWhatIsNotAGraph() throws IOException {
        TinyModel.write(directory);
        Files.writeString(directory.resolve(ModelFiles.GRAPH), "<html>not found</html>");

        refused("model.onnx is not a graph that ONNX Runtime can load");
    }

    @Test
    void refusesWhatIsNotATokenizer() throws IOException {
        TinyModel.write(directory);
        Files.writeString(directory.resolve(ModelFiles.TOKENIZER), "{\"model\": {\"vocab\": {\"a\": 1}, \"type\": 7}}");

        refused("tokenizer.json cannot be used");
    }

    @Test
    void refusesATokenizerWithoutWords() throws IOException {
        TinyModel.write(directory);
        Files.writeString(directory.resolve(ModelFiles.TOKENIZER), "{}");

        refused("tokenizer.json cannot be used: it has no model.vocab");
    }

    @Test
    void refusesAGraphThatWantsOtherInputs() throws IOException {
        TinyModel.write(directory, "pixel_values", TinyModel.WORDS, 1);

        refused("model.onnx is not a sentence model: its inputs are [pixel_values, attention_mask]");
    }

    @Test
    void refusesATokenizerOfALargerModel() throws IOException {
        TinyModel.write(directory, "input_ids", TinyModel.WORDS - 1, 1);

        refused("tokenizer.json gives token ids up to 2, which model.onnx does not know");
    }

    @Test
    void refusesAModelThatGivesNoNumbers() throws IOException {
        TinyModel.write(directory, "input_ids", TinyModel.WORDS, Float.NaN);

        refused("numbers that are not finite");
    }

    @Test
    void refusesMoreTokensThanTheGraphTakes() {
        var tooMany = new SentenceModel.Limits(1024, 1, 1, true);

        assertThatThrownBy(() -> SentenceModel.open(ModelFiles.in(Optional.empty()), tooMany, KEPT))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("does not take 1024 tokens; set embedding.max-tokens");
    }

    private void refused(String complaint) {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining(complaint);
    }

    private static SentenceModel open(Path directory) {
        return SentenceModel.open(ModelFiles.in(Optional.of(directory)), LIMITS, KEPT);
    }
}
