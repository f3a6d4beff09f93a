package org.articlerecommender;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the code base. A failing test here asks for a design decision, not for an exception. */
class ArchitectureTest {

    private static final String ROOT = "org.articlerecommender.";

    /** Each module and the modules it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("platform", Set.of()),
            entry("catalog", Set.of("platform")),
            entry("nearest", Set.of("catalog")),
            entry("embedding", Set.of("platform", "catalog", "nearest", "onnx")),
            entry("onnx", Set.of()),
            entry("ingestion", Set.of("platform", "catalog", "embedding")),
            entry("ledger", Set.of("platform", "catalog", "embedding", "ingestion")),
            entry("events", Set.of("platform", "catalog")),
            entry("features", Set.of("platform", "catalog", "embedding", "events")),
            entry("interest", Set.of("platform", "catalog", "embedding", "events")),
            entry("ranking", Set.of("platform", "catalog", "embedding", "events", "features", "interest")),
            entry("training", Set.of("platform", "catalog", "embedding", "events", "features", "ranking")),
            entry("search", Set.of("platform", "catalog", "embedding", "events", "ranking", "ingestion")),
            entry("recommend", Set.of("platform", "catalog", "embedding", "events", "features", "ranking")),
            entry(
                    "web",
                    Set.of(
                            "platform",
                            "catalog",
                            "embedding",
                            "ingestion",
                            "ledger",
                            "events",
                            "features",
                            "ranking",
                            "training",
                            "search",
                            "recommend")));

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.articlerecommender");

    static Set<String> modules() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesOnlyTheModulesItMay(String module) {
        var offLimits = modules().stream()
                .filter(other -> !other.equals(module) && !MAY_USE.get(module).contains(other))
                .map(other -> ROOT + other)
                .toArray(String[]::new);
        if (offLimits.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + module)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(offLimits)
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void modulesFormNoCycle() {
        slices().matching("org.articlerecommender.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void everyPackageIsAListedModule() {
        var packages = CODE.stream().map(type -> type.getPackageName()).collect(toSet());
        assertThat(modules().stream().map(ROOT::concat)).containsAll(packages);
    }

    @Test
    void resourcesStayInsideTheirModule() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .notBePublic()
                .check(CODE);
    }

    /** Quarkus drops an endpoint that is not public, with no more than a warning. */
    @Test
    void endpointsArePublic() {
        methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .bePublic()
                .check(CODE);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(CODE);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)")
                .check(CODE);
    }
}
