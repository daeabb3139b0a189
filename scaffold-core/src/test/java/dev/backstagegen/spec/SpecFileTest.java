package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecFileTest {

    @Test
    void readsWhatItWrote() {
        PluginSpec spec = new PluginSpec(
                PluginId.of("incident-log"),
                Optional.of("@acme/plugin-incident-log-backend"),
                Optional.of("Keeps \"incidents\": all of them # really, 'yes'"),
                Optional.of("@acme/team-a"),
                Optional.of("Apache-2.0"),
                List.of(
                        Resource.of("incident"),
                        Resource.of("sheep", "flock")
                                .withFields(List.of(
                                        Field.parse("a:enum(x,y)[]?"),
                                        Field.parse("incident:ref(incident,cascade)"),
                                        Field.parse("b:integer=3")))
                                .withUnique(List.of(Field.name("incident"), Field.name("b")))
                                .withIndex(List.of(Field.name("b")))
                                .withVerbs(Set.of(Verb.GET))),
                Pieces.NONE
                        .withAction(Action.of("summarize-week"))
                        .withRoute(Route.of("GET /reports/:id"))
                        .withTask("clean-up")
                        .withPermission("export-read"),
                ActionNames.KEBAB,
                Set.of("mcp", "db"),
                Map.of("rules", Map.of("logging/structured", "info")),
                List.of(new Choice("README.md", Choice.Side.OURS, "it is our own")));
        assertThat(SpecFile.read("spec", SpecFile.write(spec))).isEqualTo(spec);
    }

    @Test
    void writesOnlyWhatWasSaid() {
        assertThat(SpecFile.write(PluginSpec.of(PluginId.of("example")))).isEqualTo("""
                        # What this plugin is made from. It was written by backstage-gen; keep it with the plugin.
                        plugin: example
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "plugin: [a]",
                "plugin: example\nfeature: [db]",
                "plugin: example\nfeatures: db",
                "plugin: Bad ID!",
                "plugin: example\nactionNames: camel",
                "plugin: example\npackage: ../../x",
                "plugin: example\nowner: nobody",
                "plugin: example\nlicense: \"a\\\"b\"",
                "plugin: example\ndescription: \"a\\nb\"",
                "plugin: example\nplugin: other",
                "plugin: &a example\nresource: *a",
                "plugin: !!java.net.URL example",
                "plugin: {",
                "plugin: example\nresources: incident",
                "plugin: example\nresources: [incident]",
                "plugin: example\nresources: [{name: incident, colour: red}]",
                "plugin: example\nresources: [{name: incident}, {name: incident}]",
                "plugin: example\nresource: incident\nresources: [{name: incident}]",
                "plugin: example\nresources: [{name: [incident]}]",
                "plugin: example\nresources: [{name: incidents}]",
                "plugin: example\nresources: [{name: incident, plural: [incidents]}]",
                "plugin: example\nresources: [{name: incident, fields: {title: null}}]",
                "plugin: example\nresources: [{name: incident, fields: {title: 5}}]",
                "plugin: example\nresources: [{name: incident, fields: {}}]",
                "plugin: example\nresources: [{name: incident, fields: title}]",
                "plugin: example\nresources: [{name: incident, unique: title}]",
                "plugin: example\nresources: [{name: incident, unique: [title]}]",
                "plugin: example\nresources: [{name: incident, index: [null]}]",
                "plugin: example\nresources: [{name: incident, index: [[]]}]",
                "plugin: example\nresources: [{name: incident, verbs: list}]",
                "plugin: example\nresources: [{name: incident, verbs: []}]",
                "plugin: example\nresources: [{name: incident, verbs: [read]}]",
            })
    void refusesWhatIsWrong(String text) {
        assertThatThrownBy(() -> SpecFile.read("spec.yaml", text))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE));
    }

    @Test
    void readsAndWritesResources() {
        String text = """
                # What this plugin is made from. It was written by backstage-gen; keep it with the plugin.
                plugin: example
                resources:
                  - name: service
                    fields:
                      name: string(80)
                      owners: entityRef[]
                    unique:
                      - name
                    verbs:
                      - list
                      - get
                  - name: news
                    plural: news-items
                    fields:
                      title: string
                      severity: enum(low,high)=low
                      service: ref(service,cascade)
                      openedAt: timestamp?
                    unique:
                      - - service
                        - title
                    index:
                      - openedAt
                """;
        PluginSpec spec = SpecFile.read("spec", text);
        assertThat(SpecFile.write(spec)).isEqualTo(text);
        assertThat(spec.resources()).extracting(Resource::plural).hasToString("[services, news-items]");
    }

    @Test
    void readsOneResourceByItsName() {
        PluginSpec spec = SpecFile.read("spec", "plugin: example\nresource: incident\n");
        assertThat(spec.resources()).containsExactly(Resource.of("incident"));
        assertThat(SpecFile.read("spec", "plugin: example\nresources: [{name: incident}]"))
                .isEqualTo(spec);
    }
}
