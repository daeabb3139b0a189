package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors is the one that the code gives, takes what the tool takes and refuses slips of the pen. */
class SpecSchemaTest {

    private static final Path PAGE = Path.of("../docs/spec.schema.json");
    private static final List<String> FEATURES =
            Features.load().all().stream().map(Feature::name).toList();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Schema SCHEMA = REGISTRY.getSchema(SpecSchema.of(FEATURES));

    private static List<Error> faults(String yaml) {
        return SCHEMA.validate(Json.write(Yaml.read(yaml)), InputFormat.JSON);
    }

    @Test
    void isPublished() throws IOException {
        String schema = SpecSchema.of(FEATURES);
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, schema);
        }
        assertThat(PAGE).as("rewrite it with mvn test -Dupdate").hasContent(schema);
    }

    @Test
    void isASchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertThat(meta.validate(SpecSchema.of(FEATURES), InputFormat.JSON)).isEmpty();
    }

    @Test
    void takesEachSpecThatTheToolWrites() {
        RandomSpecs specs = new RandomSpecs(new Random(20_260_103));
        for (int i = 0; i < 300; i++) {
            String file = SpecFile.write(specs.next(1 + i % PluginId.MAX_LENGTH, Set.copyOf(FEATURES), 4));
            assertThat(faults(file)).as(file).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin: example",
                "plugin: example\npackage:\ndescription:\nowner:\nlicense:\nresources:\nfeatures:\nactionNames:",
                "plugin: example\ndescription: Ünïcode, 'quotes' and more\nowner: ann@example.org\nlicense: (MIT OR X)",
                "plugin: example\nresource: incident",
                "plugin: example\nresources: []\nfeatures: []",
                "plugin: example\nresources:\n- name: news\n  plural: news-items\n  fields:\n  unique:\n  verbs:",
                "plugin: example\nresources: [{name: a, fields: {b: 'enum(x, y)[]?'}, verbs: [get]}]",
                "plugin: example\nresources: [{name: a, fields: {b: integer, c: date}, unique: [[b, c]], index: [c]}]",
                "plugin: example\nresources: [{name: a, fields: {b: 'ref(a, clear)?', c: number=-0.50}}]",
                "plugin: example\nactions: [sum]\nroutes: ['GET /a/:bC/d-e']\ntasks: [a-b]\npermissions: [a]",
                "plugin: example\nactions:\nroutes: []\ntasks:\npermissions: []",
            })
    void takesWhatTheToolTakes(String text) {
        SpecFile.read("spec.yaml", text);
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: nothing else",
                "plugin:",
                "plugin: Example",
                "plugin: [example]",
                "plugin: example\ncolour: red",
                "plugin: example\npackage: ../../x",
                "plugin: example\nowner: nobody",
                "plugin: example\nactionNames: camel",
                "plugin: example\nresources: incident",
                "plugin: example\nresources: [incident]",
                "plugin: example\nresources: [{plural: incidents}]",
                "plugin: example\nresources: [{name: Incident}]",
                "plugin: example\nresources: [{name: incident, field: {a: string}}]",
                "plugin: example\nresources: [{name: incident, fields: [title]}]",
                "plugin: example\nresources: [{name: incident, fields: {}}]",
                "plugin: example\nresources: [{name: incident, fields: {Title: string}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: strng}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: string()}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: 'json[]'}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: 'boolean?=true'}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: }}]",
                "plugin: example\nresources: [{name: incident, verbs: [read]}]",
                "plugin: example\nresources: [{name: incident, verbs: [create]}]",
                "plugin: example\nresources: [{name: incident, verbs: []}]",
                "plugin: example\nresources: [{name: incident, unique: title}]",
                "plugin: example\nresources: [{name: incident, index: [[]]}]",
                "plugin: example\nactions: sum",
                "plugin: example\nactions: [1]",
                "plugin: example\nactions: [{name: sum}]",
                "plugin: example\ntasks: [Sum]",
                "plugin: example\npermissions: [null]",
                "plugin: example\nroutes: [/a]",
                "plugin: example\nroutes: ['GET /:id']",
                "plugin: example\nroutes: [GET a]",
            })
    void refusesWhatTheToolRefuses(String text) {
        assertThat(faults(text)).isNotEmpty();
        assertThatThrownBy(() -> SpecFile.read("spec.yaml", text)).isInstanceOf(ScaffoldException.class);
    }

    @Test
    void knowsTheFeatures() {
        assertThat(faults("plugin: example\nfeatures: [nonsense]")).isNotEmpty();
        FEATURES.forEach(name ->
                assertThat(faults("plugin: example\nfeatures: [" + name + "]")).isEmpty());
    }
}
