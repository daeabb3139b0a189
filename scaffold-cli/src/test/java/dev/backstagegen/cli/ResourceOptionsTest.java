package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources on the command line: each option belongs to the resource before it. */
class ResourceOptionsTest {

    private final Stage stage = Stage.inMemory();

    private Stage.Run run(String... options) {
        List<String> args = new ArrayList<>(List.of("new", "backend-plugin", "--id", "example", "--with-db"));
        args.addAll(Arrays.asList(options));
        return stage.run(args.toArray(new String[0]));
    }

    private List<Resource> resources(String... options) {
        Stage.Run run = run(options);
        assertThat(run.exit()).as(run.err()).isZero();
        return stage.order().spec().resources();
    }

    @Test
    void eachOptionBelongsToTheResourceBeforeIt() {
        List<Resource> resources = resources(
                "--resource",
                "service",
                "--field",
                "name:string(80)",
                "--unique=name",
                "--verbs",
                "list,get",
                "--resource",
                "news",
                "--plural",
                "news-items",
                "--field",
                "title:string",
                "--field=service:ref(service,cascade)",
                "--field",
                "openedAt:timestamp?",
                "--unique",
                "service,title",
                "--index",
                "openedAt",
                "--index",
                "openedAt, title");

        assertThat(resources).extracting(Resource::name).hasToString("[service, news]");
        Resource service = resources.get(0);
        assertThat(service.fields()).hasToString("[name:string(80)]");
        assertThat(service.unique()).hasToString("[[name]]");
        assertThat(service.verbs()).containsExactly(Verb.LIST, Verb.GET);
        Resource news = resources.get(1);
        assertThat(news.plural()).hasToString("news-items");
        assertThat(news.fields()).hasToString("[title:string, service:ref(service,cascade), openedAt:timestamp?]");
        assertThat(news.unique()).hasToString("[[service, title]]");
        assertThat(news.indexes()).hasToString("[[opened-at], [opened-at, title]]");
        assertThat(news.verbs()).containsExactly(Verb.values());
    }

    @Test
    void withoutAResourceTheyShapeTheUsualOne() {
        assertThat(resources("--field", "title:string", "--verbs", "list"))
                .extracting(Resource::name)
                .hasToString("[item]");
        assertThat(resources("--index", "archived,title").get(0).fields()).isEqualTo(Resource.DEFAULT.fields());
    }

    @Test
    void withoutFieldsThereAreTheUsualOnes() {
        assertThat(resources("--resource", "incident")).containsExactly(Resource.of("incident"));
        Resource named =
                resources("--resource", "incident", "--field", "name:string").get(0);
        assertThat(named.fields()).hasSize(1);
        assertThat(named.unique()).isEmpty();
    }

    @Test
    void theyAreAddedToThoseOfTheFile() {
        stage.file("wishes.yaml", """
                plugin: example
                features: [db]
                resources:
                  - name: service
                """);
        assertThat(stage.run(
                                "new",
                                "backend-plugin",
                                "--spec",
                                "wishes.yaml",
                                "--resource",
                                "incident",
                                "--field",
                                "service:ref(service)")
                        .exit())
                .isZero();
        assertThat(stage.order().spec().resources()).extracting(Resource::name).hasToString("[service, incident]");

        Stage.Run again = stage.run("new", "backend-plugin", "--spec", "wishes.yaml", "--resource", "service");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("There are two resources 'service'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--field a:date --resource b|--field stands before the --resource",
                "--verbs list --resource b|--verbs stands before the --resource",
                "--resource a --resource a|two resources 'a'",
                "--resource a --plural b --plural c|--plural is given twice",
                "--resource a --field b|does not say what it holds",
                "--resource a --field b:dat|Did you mean date?",
                "--resource a --field b:date --field b:integer|two fields called b",
                "--resource a --verbs lst|Did you mean list?",
                "--resource a --verbs create|neither listed nor got",
                "--resource a --verbs list,|is not a verb",
                "--resource a --unique b|no field 'b'",
                "--resource a --unique titel|Did you mean title?",
                "--resource a --index title,|is not a name for a field",
                "--resource a --field b:ref(c)|refers to 'c'",
                "--resource incidents|Name it incident, or",
                "--resource news|for example news-entries",
                "--field|--field needs a value",
                "--field=|--field needs a value",
                "--resource a --index --force|--index needs a value"
            })
    void whatIsWrongIsSaid(String options, String said) {
        Stage.Run run = run(options.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(said);
        assertThat(stage.orders).isEmpty();
    }

    @Test
    void theSameCommandIsGivenBackAfterQuestions() {
        Stage.Run run = stage.typing("example")
                .run(
                        "new",
                        "--with-db",
                        "--resource",
                        "incident",
                        "--field",
                        "count:integer?",
                        "--resource",
                        "note",
                        "--field",
                        "about:ref(incident)");

        assertThat(run.err())
                .contains("--with-db --id example --resource incident --field 'count:integer?' --resource note --field"
                        + " 'about:ref(incident)'");
        assertThat(stage.order().spec().resources()).hasSize(2);
    }
}
