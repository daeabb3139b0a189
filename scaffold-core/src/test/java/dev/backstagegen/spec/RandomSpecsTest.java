package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.FieldType.Kind;
import dev.backstagegen.spec.FieldType.OnDelete;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for each legal spec, seen on thousands of them. */
class RandomSpecsTest {

    private static final int SPECS = 2000;

    private static final List<PluginSpec> ALL = all();

    private static List<PluginSpec> all() {
        RandomSpecs specs = new RandomSpecs(new Random(20_260_102));
        List<PluginSpec> all = new ArrayList<>();
        for (int i = 0; i < SPECS; i++) {
            all.add(specs.next(1 + i % PluginId.MAX_LENGTH, Set.of("db"), i % 40 == 0 ? Resources.MOST : 4));
        }
        return all;
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        for (PluginSpec spec : ALL) {
            assertThat(SpecFile.read("spec", SpecFile.write(spec))).isEqualTo(spec);
        }
    }

    @Test
    void tablesComeAfterWhatTheyReferTo() {
        for (PluginSpec spec : ALL) {
            Set<Name> made = new HashSet<>();
            for (Resource resource : spec.resources()) {
                made.add(resource.name());
                resource.references()
                        .forEach(field ->
                                assertThat(made).contains(field.type().target().orElseThrow()));
            }
            assertThat(Resources.inOrder(spec.resources())).isEqualTo(spec.resources());
        }
    }

    @Test
    void noTwoNamesAreTheSame() {
        for (PluginSpec spec : ALL) {
            List<String> types = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            List<String> relations = new ArrayList<>();
            for (Resource resource : spec.resources()) {
                types.add(resource.code().pascal().toLowerCase(Locale.ROOT));
                paths.add(resource.name().kebab());
                paths.add(resource.plural().kebab());
                relations.add(resource.plural().snake());
                resource.unique().forEach(key -> relations.add(index(resource, key, "uniq")));
                resource.indexes().forEach(key -> relations.add(index(resource, key, "idx")));
                assertThat(resource.fields().stream().map(Field::column)).doesNotHaveDuplicates();
                assertThat(asked(resource)).doesNotHaveDuplicates();
            }
            assertThat(types).doesNotHaveDuplicates();
            assertThat(paths).doesNotHaveDuplicates();
            assertThat(relations).doesNotHaveDuplicates().allMatch(name -> name.length() <= 63);
        }
    }

    private static String index(Resource resource, List<Name> key, String end) {
        List<String> columns =
                key.stream().map(resource::field).map(Field::column).toList();
        return DatabaseName.of(resource.plural().snake(), String.join("_", columns), end);
    }

    private static List<String> asked(Resource resource) {
        List<String> asked = new ArrayList<>(List.of("limit", "offset", "order", "orderBy", "id"));
        for (Field field : resource.fields()) {
            asked.add(field.property());
            if (resource.isRange(field)) {
                asked.add(field.property() + "From");
                asked.add(field.property() + "To");
            }
        }
        return asked;
    }

    @Test
    void columnsFitPostgresAndLeadBackToTheirFields() {
        for (Field field : fields().toList()) {
            assertThat(field.column()).matches("[a-z][a-z0-9_]*").hasSizeLessThanOrEqualTo(63);
            assertThat(Name.ofCamel(field.name().camel())).isEqualTo(field.name());
            assertThat(new Name(List.of(field.name().snake().split("_")))).isEqualTo(field.name());
        }
    }

    @Test
    void nothingLegalIsMissed() {
        assertThat(fields().map(Field::kind)).contains(Kind.values());
        assertThat(fields().filter(Field::many).map(Field::kind))
                .contains(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.ENTITY_REF, Kind.URL, Kind.ENUM);
        assertThat(fields().filter(field -> field.fallback().isPresent()).map(Field::kind))
                .contains(Kind.BOOLEAN, Kind.ENUM, Kind.INTEGER, Kind.NUMBER);
        assertThat(fields().map(field -> field.type().onDelete())).contains(OnDelete.values());
        assertThat(fields().map(field -> field.name().camel())).contains("public", "null", "z");
        assertThat(resources().map(resource -> EnumSet.copyOf(resource.verbs())).distinct())
                .hasSizeGreaterThan(20);
        assertThat(resources().map(resource -> resource.fields().size())).contains(1, Resource.MAX_FIELDS);
        assertThat(resources().map(resource -> resource.unique().size())).contains(0, 1, 2);
        assertThat(resources().map(resource -> resource.indexes().size())).contains(0, 1, 2, 3);
        assertThat(resources().map(resource -> resource.name().kebab().length()))
                .contains(1, Resource.MAX_LENGTH);
        assertThat(ALL.stream().map(spec -> spec.resources().size())).contains(1, Resources.MOST);
        assertThat(ALL.stream().map(spec -> spec.id().value().length())).contains(1, PluginId.MAX_LENGTH);
    }

    @Test
    void noPieceIsMissed() {
        List<Pieces> pieces = ALL.stream().map(PluginSpec::pieces).toList();
        assertThat(pieces).contains(Pieces.NONE);
        assertThat(pieces.stream().flatMap(each -> each.actions().stream()).map(Action::effect))
                .contains(Effect.values());
        assertThat(pieces.stream().flatMap(each -> each.permissions().stream()).map(Pieces::effect))
                .contains(Effect.values());
        assertThat(routes().map(Route::method)).contains(Route.Method.values());
        assertThat(routes().map(route -> route.parameters().size())).contains(0, 1, 2);
        assertThat(pieces.stream()
                        .flatMap(each -> each.tasks().stream())
                        .map(name -> name.kebab().length()))
                .contains(1, Pieces.MAX_LENGTH);
    }

    @Test
    void noRequestIsForTwoRoutes() {
        for (PluginSpec spec : ALL) {
            List<Route> all = Stream.concat(
                            spec.resources().stream().flatMap(resource -> Resources.routes(resource).stream()),
                            spec.pieces().routes().stream())
                    .toList();
            for (Route route : spec.pieces().routes()) {
                assertThat(all.stream().filter(route::meets)).containsExactly(route);
            }
        }
    }

    private static Stream<Route> routes() {
        return ALL.stream().flatMap(spec -> spec.pieces().routes().stream());
    }

    private static Stream<Resource> resources() {
        return ALL.stream().flatMap(spec -> spec.resources().stream());
    }

    private static Stream<Field> fields() {
        return resources().flatMap(resource -> resource.fields().stream());
    }
}
